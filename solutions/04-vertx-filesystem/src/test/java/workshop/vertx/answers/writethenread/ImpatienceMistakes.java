package workshop.vertx.answers.writethenread;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;
import workshop.vertx.WriteThenRead;

/** Wrong answers to {@link WriteThenRead} that stop waiting too early. */
@Mistakes(AnswerKind.IMPATIENCE)
final class ImpatienceMistakes {

  private ImpatienceMistakes() {}

  /** Gives up after a minute, although the disk is only slow. */
  @WrongAnswer("Your code set a timer")
  public static class GivesUpAfterAMinute extends WriteThenRead {

    @Override
    public Future<Void> run(Vertx vertx, Path file, PrintStream out) {
      return super.run(vertx, file, out).timeout(1, TimeUnit.MINUTES);
    }
  }
}
