package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import workshop.blocking.WriteThenRead;
import workshop.testkit.exercise.WrongAnswer;

/** Who watches the program sees nothing for as long as it works. */
@WrongAnswer("at the end, in a longer text")
public class PrintsItAllAtTheEnd extends WriteThenRead {

  @Override
  public void run(Path file, PrintStream out) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    super.run(file, new PrintStream(all, true, UTF_8));
    out.print(all.toString(UTF_8));
  }
}
