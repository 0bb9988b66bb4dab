package workshop.completable.answers.chainedsteps;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ChainedSteps;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link ChainedSteps}: they stop waiting too early. */
@Mistakes(AnswerKind.IMPATIENCE)
final class ImpatienceMistakes {

  private ImpatienceMistakes() {}

  /** Waits for the result with a time limit. */
  @WrongAnswer("with a time limit, and gave up")
  public static class WaitsForAMoment extends ChainedSteps {
    @Override
    public CompletableFuture<byte[]> read(Path file, Executor executor) {
      CompletableFuture<byte[]> reading = super.read(file, executor);
      try {
        reading.get(200, MILLISECONDS);
      } catch (Exception e) {
        return reading;
      }
      return reading;
    }
  }

  /** Gives up on a slow disk after some seconds. */
  @WrongAnswer("waits with a time limit: it has set a timer")
  public static class SetsATimeout extends ChainedSteps {
    @Override
    public CompletableFuture<byte[]> read(Path file, Executor executor) {
      return super.read(file, executor).orTimeout(5, SECONDS);
    }
  }
}
