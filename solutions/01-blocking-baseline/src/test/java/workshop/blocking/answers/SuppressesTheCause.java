package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.NamedErrors;
import workshop.testkit.exercise.WrongAnswer;

/** Adds the original error as a suppressed exception, not as the cause. */
@WrongAnswer("is not among the causes")
public class SuppressesTheCause extends NamedErrors {

  @Override
  public String load(Path file) throws IOException {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      IOException named = new IOException("cannot read " + file);
      named.addSuppressed(e);
      throw named;
    }
  }
}
