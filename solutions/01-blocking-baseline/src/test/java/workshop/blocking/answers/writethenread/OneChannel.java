package workshop.blocking.answers.writethenread;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import workshop.blocking.Welcome;

/** The program with one channel that stays open from start to end. */
final class OneChannel {

  private OneChannel() {}

  static void run(FileChannel channel, Path file, PrintStream out, boolean announce)
      throws IOException {
    if (announce) {
      out.println("Starting blocking write operation...");
    }
    ByteBuffer rest = UTF_8.encode(new Welcome().text());
    while (rest.hasRemaining()) {
      channel.write(rest);
    }
    channel.force(true);
    out.println("Successfully wrote to " + file.getFileName());

    out.println("\nStarting blocking read operation...");
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    ByteBuffer chunk = ByteBuffer.allocate(16);
    channel.position(0);
    while (channel.read(chunk) != -1) {
      all.write(chunk.array(), 0, chunk.position());
      chunk.clear();
    }
    out.println("Successfully read " + all.size() + " bytes from the file.");
    out.println("File Contents:\n" + all.toString(UTF_8));
  }
}
