package workshop.vertx.answers.writethenread;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WriteThenRead;

/**
 * Wrong answers to {@link WriteThenRead} in which the wrong thread does the work, waits for it, or
 * gets the result.
 */
@Mistakes(AnswerKind.CALLER)
final class CallerMistakes {

  private CallerMistakes() {}

  /** Checks on the event loop whether the file exists. */
  @WrongAnswer("The event loop itself did disk work")
  public static class LooksOnTheEventLoop extends WriteThenRead {

    @Override
    protected Future<Buffer> read(Vertx vertx, Path file) {
      return Files.exists(file)
          ? super.read(vertx, file)
          : Future.failedFuture(new NoSuchFileException(file.toString()));
    }
  }
}
