package workshop.blocking.answers;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import workshop.blocking.WriteThenRead;
import workshop.testkit.exercise.WrongAnswer;

/** Throws an unchecked exception that names the path. */
@WrongAnswer("Throw an IOException that names the file")
public class WrapsItUnchecked extends WriteThenRead {

  @Override
  public void run(Path file, PrintStream out) {
    try {
      super.run(file, out);
    } catch (IOException e) {
      throw new IllegalStateException(file + ": " + e.getMessage(), e);
    }
  }
}
