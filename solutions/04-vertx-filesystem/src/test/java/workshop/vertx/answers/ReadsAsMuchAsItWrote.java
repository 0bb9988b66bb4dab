package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.DurableFile;
import workshop.vertx.WriteThenRead;

/** As much as it has written, and not the file to its end. */
@WrongAnswer(
    value = "The file had grown to 1,170,007 bytes when it was read",
    kind = AnswerKind.PARTIAL_RESULT)
public class ReadsAsMuchAsItWrote extends WriteThenRead {

  private static final String TEXT = "Hello, asynchronous Java!\nThis is a non-blocking operation.";

  @Override
  public Future<Void> run(Vertx vertx, Path file, PrintStream out) {
    out.println("Starting async write operation...");
    return new DurableFile()
        .write(vertx, file, Buffer.buffer(TEXT))
        .compose(written -> {
          out.println("Successfully wrote to " + file.getFileName());
          out.println("\nStarting async read operation...");
          return vertx
              .fileSystem()
              .open(file.toString(), new OpenOptions().setWrite(false).setCreate(false));
        })
        .compose(opened -> read(opened, out).eventually(opened::close))
        .recover(e -> Future.failedFuture(new IOException(file + ": " + e.getMessage(), e)));
  }

  private static Future<Void> read(AsyncFile opened, PrintStream out) {
    return opened
        .read(Buffer.buffer(), 0, 0, TEXT.length())
        .map(bytes -> {
          out.println("Successfully read " + bytes.length() + " bytes from the file.");
          out.println("File Contents:\n" + bytes);
          return null;
        });
  }
}
