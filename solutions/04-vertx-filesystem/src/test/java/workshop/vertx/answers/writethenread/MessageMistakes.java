package workshop.vertx.answers.writethenread;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WriteThenRead;

/** Wrong answers to {@link WriteThenRead} whose error does not name the cause. */
@Mistakes(AnswerKind.WORDS)
final class MessageMistakes {

  private MessageMistakes() {}

  /** Fails with an error that does not name the file. */
  @WrongAnswer("An error without a path")
  public static class LeavesOutThePath extends WriteThenRead {

    @Override
    public Future<Void> run(Vertx vertx, Path file, PrintStream out) {
      return super.run(vertx, file, out)
          .recover(e -> Future.failedFuture(e.getCause() == null ? e : e.getCause()));
    }
  }

  /** Throws a new error without the old one as its cause. */
  @WrongAnswer("neither the cause of this error nor the cause of that cause")
  public static class LosesTheCauseOfTheError extends WriteThenRead {

    @Override
    public Future<Void> run(Vertx vertx, Path file, PrintStream out) {
      return super.run(vertx, file, out)
          .recover(e -> Future.failedFuture(new IOException(e.getMessage())));
    }
  }

  /** Fails with an error that is not an IOException. */
  @WrongAnswer("an error that is not an IOException")
  public static class FailsWithARuntimeException extends WriteThenRead {

    @Override
    public Future<Void> run(Vertx vertx, Path file, PrintStream out) {
      return super.run(vertx, file, out)
          .recover(e -> Future.failedFuture(new IllegalStateException(e.getMessage(), e)));
    }
  }

  /** Wraps the error of the disk in two more. */
  @WrongAnswer("neither the cause of this error nor the cause of that cause")
  public static class BuriesTheCause extends WriteThenRead {

    @Override
    public Future<Void> run(Vertx vertx, Path file, PrintStream out) {
      return super.run(vertx, file, out)
          .recover(e ->
              Future.failedFuture(
                  new IOException(e.getMessage(), new IllegalStateException("read", e))));
    }
  }
}
