package workshop.vertx.answers.writethenread;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WriteThenRead;

/**
 * Wrong answers to {@link WriteThenRead} that do two steps in the wrong order, or at the same time.
 */
@Mistakes(AnswerKind.ORDER)
final class OrderMistakes {

  private OrderMistakes() {}

  /** Announces the read before the write is done. */
  @WrongAnswer("before anything was written")
  public static class AnnouncesTheReadTooEarly extends WriteThenRead {

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

  /** Starts both steps at the same time, and prints in the right order. */
  @WrongAnswer("Start the read when the write is done")
  public static class ReadsBeforeItHasWritten extends WriteThenRead {

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

  /** Prints every line at the end. */
  @WrongAnswer("the program had printed nothing")
  public static class PrintsEverythingAtTheEnd extends WriteThenRead {

    @Override
    public Future<Void> run(Vertx vertx, Path file, PrintStream out) {
      ByteArrayOutputStream lines = new ByteArrayOutputStream();
      return super.run(vertx, file, new PrintStream(lines, true, UTF_8))
          .onSuccess(done -> lines.toString(UTF_8).lines().forEach(out::println));
    }
  }
}
