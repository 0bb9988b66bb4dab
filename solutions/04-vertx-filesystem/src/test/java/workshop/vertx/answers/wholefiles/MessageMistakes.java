package workshop.vertx.answers.wholefiles;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WholeFiles;

/** Wrong answers to {@link WholeFiles} whose error does not name the cause. */
@Mistakes(AnswerKind.WORDS)
final class MessageMistakes {

  private MessageMistakes() {}

  /** Replaces the error with one that names no file. */
  @WrongAnswer("it does not name")
  public static class ReplacesTheError extends WholeFiles {

    @Override
    public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
      return super.writeThenRead(vertx, file, content)
          .recover(e -> Future.failedFuture("could not write or read"));
    }
  }

  /** Puts another error around the error of the write. */
  @WrongAnswer("your code wrapped its error in another one")
  public static class WrapsTheError extends WholeFiles {

    @Override
    public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
      return super.writeThenRead(vertx, file, content)
          .recover(e -> Future.failedFuture(new IllegalStateException(e)));
    }
  }
}
