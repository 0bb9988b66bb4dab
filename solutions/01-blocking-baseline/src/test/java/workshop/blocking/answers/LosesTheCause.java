package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.NamedErrors;
import workshop.testkit.exercise.WrongAnswer;

/** Throws a new exception without the original as its cause. */
@WrongAnswer("is not among the causes")
public class LosesTheCause extends NamedErrors {

  @Override
  public String load(Path file) throws IOException {
    try {
      return new String(Files.readAllBytes(file), UTF_8);
    } catch (IOException e) {
      throw new IOException("cannot read " + file);
    }
  }
}
