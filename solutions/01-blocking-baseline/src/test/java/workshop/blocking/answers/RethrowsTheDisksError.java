package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.NamedErrors;
import workshop.testkit.exercise.WrongAnswer;

/** Throws the disk's own error, which does not name the file if a read failed. */
@WrongAnswer("It does not say which file")
public class RethrowsTheDisksError extends NamedErrors {

  @Override
  public String load(Path file) throws IOException {
    return Files.readString(file, UTF_8);
  }
}
