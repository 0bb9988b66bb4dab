package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.NamedErrors;
import workshop.testkit.exercise.RightAnswer;

/** Writes a temporary file beside the target, and moves it. */
@RightAnswer
public class WritesBesideThenMoves extends NamedErrors {

  @Override
  public void save(Path file, String text) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + ".part");
    try {
      if (Files.isDirectory(file)) {
        throw new IOException("is a directory");
      }
      Files.writeString(temporary, text, UTF_8);
      Files.move(temporary, file, ATOMIC_MOVE);
    } catch (IOException e) {
      IOException named = new IOException("cannot write " + file, e);
      try {
        Files.deleteIfExists(temporary);
      } catch (IOException second) {
        named.addSuppressed(second);
      }
      throw named;
    }
  }
}
