package workshop.blocking.answers;

import java.io.IOException;
import java.nio.file.Path;
import workshop.blocking.NamedErrors;
import workshop.testkit.exercise.WrongAnswer;

/** Nobody who catches IOException will see it. */
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
