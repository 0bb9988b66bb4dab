package workshop.blocking.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.NamedErrors;
import workshop.testkit.exercise.WrongAnswer;

/** Reads lines and joins them, so the line ends change. */
@WrongAnswer("leave its line ends as they are")
public class JoinsTheLines extends NamedErrors {

  @Override
  public String load(Path file) throws IOException {
    return String.join("\n", Files.readAllLines(file));
  }
}
