package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.stream.Collector;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WriteThenRead;

/** Truncated, complete, closed, and gone after a power failure. */
@WrongAnswer("never forced")
public class WritesWithWriteFile extends WriteThenRead {

  @Override
  public Future<Void> run(Vertx vertx, Path file, PrintStream out) {
    out.println("Starting async write operation...");
    return vertx
        .fileSystem()
        .writeFile(file.toString(), Buffer.buffer(TEXT))
        .compose(written -> {
          out.println("Successfully wrote to " + file.getFileName());
          out.println("\nStarting async read operation...");
          return read(vertx, file);
        })
        .<Void>map(bytes -> {
          out.println("Successfully read " + bytes.length() + " bytes from the file.");
          out.println("File Contents:\n" + bytes);
          return null;
        })
        .recover(e -> Future.failedFuture(new IOException(file + ": " + e.getMessage(), e)));
  }

  private static Future<Buffer> read(Vertx vertx, Path file) {
    return vertx
        .fileSystem()
        .open(file.toString(), new OpenOptions().setWrite(false).setCreate(false))
        .compose(opened ->
            opened
                .collect(
                    Collector.of(
                        Buffer::buffer,
                        (Buffer all, Buffer next) -> all.appendBuffer(next),
                        (a, b) -> a.appendBuffer(b)))
                .eventually(opened::close));
  }

  private static final String TEXT = "Hello, asynchronous Java!\nThis is a non-blocking operation.";
}
