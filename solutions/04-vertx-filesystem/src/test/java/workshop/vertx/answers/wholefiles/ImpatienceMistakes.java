package workshop.vertx.answers.wholefiles;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WholeFiles;

/** Wrong answers to {@link WholeFiles} that stop waiting too early. */
@Mistakes(AnswerKind.IMPATIENCE)
final class ImpatienceMistakes {

  private ImpatienceMistakes() {}

  /** Gives up after a minute, although the disk is only slow. */
  @WrongAnswer("Your code set a timer")
  public static class GivesUpAfterAMinute extends WholeFiles {

    @Override
    public Future<Buffer> writeThenRead(Vertx vertx, Path file, Buffer content) {
      return super.writeThenRead(vertx, file, content).timeout(1, TimeUnit.MINUTES);
    }
  }
}
