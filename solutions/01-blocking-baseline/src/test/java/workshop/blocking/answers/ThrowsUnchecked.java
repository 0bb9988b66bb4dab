package workshop.blocking.answers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import workshop.blocking.NamedErrors;
import workshop.testkit.exercise.WrongAnswer;

/** Throws an UncheckedIOException, and callers catch IOException. */
@WrongAnswer("Throw an IOException")
public class ThrowsUnchecked extends NamedErrors {

  @Override
  public String load(Path file) {
    try {
      return super.load(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
