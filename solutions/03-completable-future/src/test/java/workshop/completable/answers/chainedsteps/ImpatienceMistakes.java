package workshop.completable.answers.chainedsteps;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

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
}
