package workshop.blocking.answers;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import workshop.blocking.WriteThenRead;
import workshop.testkit.exercise.WrongAnswer;

/** Names the file without its directories. */
@WrongAnswer("with its directories")
public class NamesTheFileNameOnly extends WriteThenRead {

  @Override
  public void run(Path file, PrintStream out) throws IOException {
    try {
      super.run(file, out);
    } catch (IOException e) {
      throw new IOException("cannot write or read " + file.getFileName(), e);
    }
  }
}
