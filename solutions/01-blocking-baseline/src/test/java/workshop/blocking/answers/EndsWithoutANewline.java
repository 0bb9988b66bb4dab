package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import workshop.blocking.ReadToEnd;
import workshop.blocking.Welcome;
import workshop.blocking.WriteFully;
import workshop.blocking.WriteThenRead;
import workshop.testkit.exercise.RightAnswer;

/** Uses printf, and prints no newline after the text. */
@RightAnswer
public class EndsWithoutANewline extends WriteThenRead {
  @Override
  public void run(Path file, PrintStream out) throws IOException {

    try {
      out.println("Starting blocking write operation...");
      new WriteFully().write(file, new Welcome().text().getBytes(UTF_8));
      out.println("Successfully wrote to " + file.getFileName());
      out.println("\nStarting blocking read operation...");
      byte[] bytes = new ReadToEnd().read(file);
      out.printf("Successfully read %d bytes from the file.%n", bytes.length);
      out.printf("File Contents:%n%s", new String(bytes, UTF_8));
    } catch (IOException e) {
      throw new IOException(file + ": " + e, e);
    }
  }
}
