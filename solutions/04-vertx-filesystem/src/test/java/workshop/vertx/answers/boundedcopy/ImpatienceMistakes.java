package workshop.vertx.answers.boundedcopy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.BoundedCopy;

/** Wrong answers to {@link BoundedCopy} that stop waiting too early. */
@Mistakes(AnswerKind.IMPATIENCE)
final class ImpatienceMistakes {

  private ImpatienceMistakes() {}

  /** Gives up after a minute, although the disk is only slow. */
  @WrongAnswer("Your code set a timer")
  public static class GivesUpAfterAMinute extends BoundedCopy {

    @Override
    public Future<Void> copy(Vertx vertx, Path from, Path to, int mark) {
      return super.copy(vertx, from, to, mark).timeout(1, TimeUnit.MINUTES);
    }
  }
}
