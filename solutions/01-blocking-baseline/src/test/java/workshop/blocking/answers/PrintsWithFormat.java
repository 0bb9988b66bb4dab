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

/** Uses printf, and decodes with a String. */
@RightAnswer
public class PrintsWithFormat extends WriteThenRead {

  @Override
  public void run(Path file, PrintStream out) throws IOException {
    try {
      byte[] content = new Welcome().text().getBytes(UTF_8);
      out.printf("Starting blocking write operation...%n");
      new WriteFully().write(file, content);
      out.printf("Successfully wrote to %s%n%n", file.getFileName());
      out.printf("Starting blocking read operation...%n");
      byte[] bytes = new ReadToEnd().read(file);
      out.printf("Successfully read %d bytes from the file.%n", bytes.length);
      out.printf("File Contents:%n%s%n", new String(bytes, UTF_8));
    } catch (IOException e) {
      throw new IOException("write-then-read failed for " + file, e);
    }
  }
}
