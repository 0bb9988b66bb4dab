package workshop.blocking.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.NamedErrors;
import workshop.testkit.exercise.WrongAnswer;

/** Meant well: a mistyped path now makes a directory. */
@WrongAnswer("A mistyped path now creates")
public class MakesTheDirectory extends NamedErrors {

  @Override
  public void save(Path file, String text) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    super.save(file, text);
  }
}
