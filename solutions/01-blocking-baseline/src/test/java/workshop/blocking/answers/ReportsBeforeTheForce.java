package workshop.blocking.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import workshop.blocking.ReadToEnd;
import workshop.blocking.Welcome;
import workshop.blocking.WriteThenRead;
import workshop.testkit.exercise.WrongAnswer;

/** Reports success when the bytes are written and not yet forced. */
@WrongAnswer("forced the file afterwards")
public class ReportsBeforeTheForce extends WriteThenRead {
  @Override
  public void run(Path file, PrintStream out) throws IOException {

    try {
      out.println("Starting blocking write operation...");
      try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(new Welcome().text().getBytes(UTF_8));
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        out.println("Successfully wrote to " + file.getFileName());
        channel.force(true);
      }

      out.println("\nStarting blocking read operation...");
      byte[] bytes = new ReadToEnd().read(file);
      out.println("Successfully read " + bytes.length + " bytes from the file.");
      out.println("File Contents:\n" + new String(bytes, UTF_8));
    } catch (IOException e) {
      throw new IOException(file + ": " + e, e);
    }
  }
}
