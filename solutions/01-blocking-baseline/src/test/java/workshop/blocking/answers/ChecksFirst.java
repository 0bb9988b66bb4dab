package workshop.blocking.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.NamedErrors;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Checks whether the file exists, and throws an error of its own if it does not. The file may come
 * or go in between.
 */
@WrongAnswer("It is not the disk's own error")
public class ChecksFirst extends NamedErrors {

  @Override
  public String load(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new IOException("there is no file " + file);
    }
    return super.load(file);
  }
}
