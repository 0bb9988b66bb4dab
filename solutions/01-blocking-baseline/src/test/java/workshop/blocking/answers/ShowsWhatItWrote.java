package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import workshop.blocking.Welcome;
import workshop.blocking.WriteFully;
import workshop.blocking.WriteThenRead;
import workshop.testkit.exercise.WrongAnswer;

/** Shows the text that it wrote instead of the text that it read. */
@WrongAnswer("What it shows must be what it read")
public class ShowsWhatItWrote extends WriteThenRead {

  @Override
  public void run(Path file, PrintStream out) throws IOException {
    out.println("Starting blocking write operation...");
    byte[] bytes = new Welcome().text().getBytes(UTF_8);
    new WriteFully().write(file, bytes);
    out.println("Successfully wrote to " + file.getFileName());
    out.println("\nStarting blocking read operation...");
    out.println("Successfully read " + bytes.length + " bytes from the file.");
    out.println("File Contents:\n" + new String(bytes, UTF_8));
  }
}
