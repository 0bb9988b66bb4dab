package workshop.blocking.answers;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.WriteFully;
import workshop.testkit.exercise.RightAnswer;

/**
 * Writes a second file and moves it: readers see the old file or the new one, and nothing in
 * between.
 */
@RightAnswer
public class ReplacesTheFileByAMove extends WriteFully {

  @Override
  public void write(Path file, byte[] content) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".new");
    super.write(beside, content);
    Files.move(beside, file, ATOMIC_MOVE);
  }
}
