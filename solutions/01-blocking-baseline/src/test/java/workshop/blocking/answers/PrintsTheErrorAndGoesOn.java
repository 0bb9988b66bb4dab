package workshop.blocking.answers;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import workshop.blocking.WriteThenRead;
import workshop.testkit.exercise.WrongAnswer;

/** A stack trace on the screen is not an error for the caller. */
@WrongAnswer("as if nothing had happened")
public class PrintsTheErrorAndGoesOn extends WriteThenRead {

  @Override
  public void run(Path file, PrintStream out) {
    try {
      super.run(file, out);
    } catch (IOException e) {
      out.println("Something went wrong: " + e);
    }
  }
}
