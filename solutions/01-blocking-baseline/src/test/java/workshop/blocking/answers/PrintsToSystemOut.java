package workshop.blocking.answers;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import workshop.blocking.WriteThenRead;
import workshop.testkit.exercise.WrongAnswer;

/** Prints to System.out instead of the stream that it was given. */
@WrongAnswer("printed nothing to the stream that it was given")
public class PrintsToSystemOut extends WriteThenRead {

  @Override
  public void run(Path file, PrintStream out) throws IOException {
    super.run(file, new PrintStream(OutputStream.nullOutputStream()));
  }
}
