package workshop.blocking.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.NamedErrors;
import workshop.testkit.exercise.WrongAnswer;

/** Creates a missing directory, so a mistyped path is no error. */
@WrongAnswer("A mistyped path now creates")
public class CreatesTheDirectory extends NamedErrors {

  @Override
  public void save(Path file, String text) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    super.save(file, text);
  }
}
