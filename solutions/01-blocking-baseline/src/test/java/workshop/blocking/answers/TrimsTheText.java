package workshop.blocking.answers;

import java.io.IOException;
import java.nio.file.Path;
import workshop.blocking.NamedErrors;
import workshop.testkit.exercise.WrongAnswer;

/** Removes the newline at the end. */
@WrongAnswer("leave its line ends as they are")
public class TrimsTheText extends NamedErrors {
  @Override
  public String load(Path file) throws IOException {

    return super.load(file).stripTrailing();
  }
}
