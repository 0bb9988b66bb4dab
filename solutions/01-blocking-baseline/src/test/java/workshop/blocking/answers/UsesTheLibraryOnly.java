package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.blocking.Welcome;
import workshop.blocking.WriteThenRead;
import workshop.testkit.exercise.RightAnswer;

/** Writes and reads with Files, and forces through a second channel. */
@RightAnswer
public class UsesTheLibraryOnly extends WriteThenRead {

  @Override
  public void run(Path file, PrintStream out) throws IOException {
    try {
      out.println("Starting blocking write operation...");
      Files.write(file, new Welcome().text().getBytes(UTF_8));
      try (FileChannel channel = FileChannel.open(file, WRITE)) {
        channel.force(true);
      }
      out.println("Successfully wrote to " + file.getFileName());
      out.println("\nStarting blocking read operation...");
      byte[] bytes = Files.readAllBytes(file);
      out.println("Successfully read " + bytes.length + " bytes from the file.");
      out.println("File Contents:\n" + new String(bytes, UTF_8));
    } catch (IOException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }
}
