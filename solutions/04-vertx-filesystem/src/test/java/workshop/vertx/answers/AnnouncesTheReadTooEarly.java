package workshop.vertx.answers;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WriteThenRead;

/** Prints the announcement of the read before the write is done. */
@WrongAnswer(value = "before anything was written", kind = AnswerKind.ORDER)
public class AnnouncesTheReadTooEarly extends WriteThenRead {

  @Override
  public Future<Void> run(Vertx vertx, Path file, PrintStream out) {
    out.println("Starting async write operation...");
    Future<Void> written = write(vertx, file);
    out.println("Successfully wrote to " + file.getFileName());
    return written
        .compose(w -> {
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
