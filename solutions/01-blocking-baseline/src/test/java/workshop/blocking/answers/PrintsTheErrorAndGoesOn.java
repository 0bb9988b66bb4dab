package workshop.blocking.answers;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import workshop.blocking.WriteThenRead;
import workshop.testkit.exercise.WrongAnswer;

/** Prints the stack trace, and ends as if all went well. */
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
