package workshop.blocking.answers;

import java.io.IOException;
import java.nio.file.Path;
import workshop.blocking.NamedErrors;
import workshop.testkit.exercise.WrongAnswer;

/** An empty text stands for "could not read". */
@WrongAnswer("The error is swallowed")
public class ReturnsNothingInstead extends NamedErrors {

  @Override
  public String load(Path file) {
    try {
      return super.load(file);
    } catch (IOException e) {
      return "";
    }
  }
}
