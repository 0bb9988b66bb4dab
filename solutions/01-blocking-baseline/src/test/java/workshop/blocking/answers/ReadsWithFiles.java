package workshop.blocking.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.ReadToEnd;
import workshop.testkit.exercise.RightAnswer;

/** The library reads to the end of file too, and uses the size only as a hint. */
@RightAnswer
public class ReadsWithFiles extends ReadToEnd {

  @Override
  public byte[] read(Path file) throws IOException {
    return Files.readAllBytes(file);
  }
}
