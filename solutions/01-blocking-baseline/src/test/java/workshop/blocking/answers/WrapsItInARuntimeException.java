package workshop.blocking.answers;

import java.io.IOException;
import java.nio.file.Path;
import workshop.blocking.NamedErrors;
import workshop.testkit.exercise.WrongAnswer;

/** Wraps the error in a RuntimeException, which a catch of IOException does not see. */
@WrongAnswer("The signature promises an IOException")
public class WrapsItInARuntimeException extends NamedErrors {

  @Override
  public String load(Path file) throws IOException {
    try {
      return super.load(file);
    } catch (IOException e) {
      throw new RuntimeException(e);
    }
  }
}
