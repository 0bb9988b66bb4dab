package workshop.vertx.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import workshop.testkit.exercise.RightAnswer;
import workshop.vertx.WriteThenRead;

/** The write is module 01's. */
@RightAnswer
public class WritesOnAWorkerReadsAsAStream extends WriteThenRead {

  @Override
  public Future<Void> run(Vertx vertx, Path file, PrintStream out) {
    out.println("Starting async write operation...");
    return vertx
        .executeBlocking(
            () -> {
              try (FileChannel c =
                  FileChannel.open(
                      file,
                      StandardOpenOption.WRITE,
                      StandardOpenOption.CREATE,
                      StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer b =
                    UTF_8.encode("Hello, asynchronous Java!\nThis is a non-blocking operation.");
                while (b.hasRemaining()) {
                  c.write(b);
                }
                c.force(true);
              }
              return null;
            },
            false)
        .compose(w -> {
          out.println("Successfully wrote to " + file.getFileName());
          out.println("\nStarting async read operation...");
          return read(vertx, file);
        })
        .<Void>map(b -> {
          show(b, out);
          return null;
        })
        .recover(e -> Future.failedFuture(new IOException(file + ": " + e, e)));
  }
}
