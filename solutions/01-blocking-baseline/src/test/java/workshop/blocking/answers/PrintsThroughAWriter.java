package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.SYNC;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.Welcome;
import workshop.blocking.WriteThenRead;
import workshop.testkit.exercise.RightAnswer;

/** Prints through a writer that it flushes after each step. */
@RightAnswer
public class PrintsThroughAWriter extends WriteThenRead {

  @Override
  public void run(Path file, PrintStream out) throws IOException {
    PrintWriter writer = new PrintWriter(out, true, UTF_8);
    try {
      writer.println("Starting blocking write operation...");
      byte[] content = new Welcome().text().getBytes(UTF_8);
      Files.write(file, content, CREATE, TRUNCATE_EXISTING, WRITE, SYNC);
      writer.println("Successfully wrote to " + file.getFileName());
      writer.println("\nStarting blocking read operation...");
      byte[] bytes = Files.readAllBytes(file);
      writer.println("Successfully read " + bytes.length + " bytes from the file.");
      writer.println("File Contents:\n" + new String(bytes, UTF_8));
    } catch (IOException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }
}
