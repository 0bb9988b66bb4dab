package workshop.blocking.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.NamedErrors;
import workshop.testkit.exercise.WrongAnswer;

/** Between asking and reading a file may come or go, and the reason is a guess. */
@WrongAnswer("It is not the disk's own error")
public class AsksFirst extends NamedErrors {

  @Override
  public String load(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new IOException("there is no file " + file);
    }
    return super.load(file);
  }
}
