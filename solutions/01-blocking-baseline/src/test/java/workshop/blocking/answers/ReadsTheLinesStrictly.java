package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import workshop.blocking.Welcome;
import workshop.blocking.WriteFully;
import workshop.blocking.WriteThenRead;
import workshop.testkit.exercise.WrongAnswer;

/** Reads lines with a strict decoder, which refuses malformed bytes. */
@WrongAnswer("The decoder is strict")
public class ReadsTheLinesStrictly extends WriteThenRead {

  @Override
  public void run(Path file, PrintStream out) throws IOException {
    try {
      out.println("Starting blocking write operation...");
      new WriteFully().write(file, new Welcome().text().getBytes(UTF_8));
      out.println("Successfully wrote to " + file.getFileName());
      out.println("\nStarting blocking read operation...");
      List<String> lines = Files.readAllLines(file);
      out.println("Successfully read " + Files.size(file) + " bytes from the file.");
      out.println("File Contents:\n" + String.join("\n", lines));
    } catch (IOException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }
}
