package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WriteThenRead;

/** Starts both, and prints in the right order. */
@WrongAnswer(value = "Start the read when the write is done", kind = AnswerKind.ORDER)
public class ReadsBeforeItHasWritten extends WriteThenRead {

  @Override
  public Future<Void> run(Vertx vertx, Path file, PrintStream out) {
    out.println("Starting async write operation...");
    Future<Buffer> read = read(vertx, file);
    return write(vertx, file)
        .compose(w -> {
          out.println("Successfully wrote to " + file.getFileName());
          out.println("\nStarting async read operation...");
          return read;
        })
        .<Void>map(b -> {
          show(b, out);
          return null;
        })
        .recover(e -> Future.failedFuture(new IOException(file + ": " + e, e)));
  }
}
