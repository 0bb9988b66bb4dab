package workshop.vertx.answers.boundedcopy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.BoundedCopy;

/**
 * Wrong answers to {@link BoundedCopy} in which the wrong thread does the work, waits for it, or
 * gets the result.
 */
@Mistakes(AnswerKind.CALLER)
final class CallerMistakes {

  private CallerMistakes() {}

  /** Copies with file channels, on the event loop. */
  @WrongAnswer("The event loop itself did disk work")
  public static class CopiesOnTheLoop extends BoundedCopy {

    @Override
    public Future<Void> copy(Vertx vertx, Path from, Path to, int mark) {
      try {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        return Future.succeededFuture();
      } catch (IOException e) {
        return Future.failedFuture(e);
      }
    }
  }
}
