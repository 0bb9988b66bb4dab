package workshop.guide.program;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** The program of docs/rust-to-java.md with blocking calls. */
final class Blocking {

  private Blocking() {}

  static void main(String[] args) throws IOException {
    Path file = Path.of("my_async_file.txt");
    String text = "Hello, asynchronous Java!\nThis is a non-blocking operation.";

    System.out.println("Starting blocking write operation...");
    try (FileChannel out = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
      while (bytes.hasRemaining()) {
        out.write(bytes); // may write only a part
      }
      out.force(true);
    }
    System.out.println("Successfully wrote to " + file);

    System.out.println("\nStarting blocking read operation...");
    byte[] bytes = Files.readAllBytes(file);
    System.out.println("Successfully read " + bytes.length + " bytes from the file.");
    System.out.println("File Contents:\n" + new String(bytes, UTF_8));
  }
}
