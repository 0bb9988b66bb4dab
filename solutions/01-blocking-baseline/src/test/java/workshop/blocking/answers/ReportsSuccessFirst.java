package workshop.blocking.answers;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import workshop.blocking.WriteThenRead;
import workshop.testkit.exercise.WrongAnswer;

/** Reports success before anything is written. */
@WrongAnswer("Compare line by line")
public class ReportsSuccessFirst extends WriteThenRead {

  @Override
  public void run(Path file, PrintStream out) throws IOException {
    out.println("Successfully wrote to " + file.getFileName());
    super.run(file, out);
  }
}
