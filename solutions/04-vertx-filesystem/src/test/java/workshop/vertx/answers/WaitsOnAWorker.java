package workshop.vertx.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.WriteThenRead;

/** Everything blocking, on a worker, and in no order: others need not wait for it. */
@RightAnswer
public class WaitsOnAWorker extends WriteThenRead {

  @Override
  public Future<Void> run(Vertx vertx, Path file, PrintStream out) {
    return vertx.executeBlocking(
        () -> {
          try {
            out.println("Starting async write operation...");
            try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
              ByteBuffer rest =
                  UTF_8.encode("Hello, asynchronous Java!\nThis is a non-blocking operation.");
              while (rest.hasRemaining()) {
                channel.write(rest);
              }
              channel.force(true);
            }
            out.println("Successfully wrote to " + file.getFileName());
            out.println("\nStarting async read operation...");
            byte[] bytes = Files.readAllBytes(file);
            out.println("Successfully read " + bytes.length + " bytes from the file.");
            out.println("File Contents:\n" + new String(bytes, UTF_8));
            return null;
          } catch (IOException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
          }
        },
        false);
  }
}
