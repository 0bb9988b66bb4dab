package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import workshop.blocking.ReadToEnd;
import workshop.blocking.Welcome;
import workshop.blocking.WriteFully;
import workshop.blocking.WriteThenRead;
import workshop.testkit.exercise.WrongAnswer;

/** Prints an empty line too many after the text. */
@WrongAnswer("Line 7 is")
public class PrintsAnExtraLine extends WriteThenRead {

  @Override
  public void run(Path file, PrintStream out) throws IOException {
    try {
      out.println("Starting blocking write operation...");
      new WriteFully().write(file, new Welcome().text().getBytes(UTF_8));
      out.println("Successfully wrote to " + file.getFileName());
      out.println("\nStarting blocking read operation...");
      byte[] bytes = new ReadToEnd().read(file);
      out.println("Successfully read " + bytes.length + " bytes from the file.");
      out.println("File Contents:\n\n" + new String(bytes, UTF_8));
    } catch (IOException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }
}
