package workshop.completable.answers.readaheadpipeline;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ReadAheadPipeline;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link ReadAheadPipeline} that stop waiting too early. */
@Mistakes(AnswerKind.IMPATIENCE)
final class ImpatienceMistakes {

  private ImpatienceMistakes() {}

  /** Waits at most one second for the cores. */
  @WrongAnswer("has set a timer")
  public static class GivesUpOnSlowCores extends ReadAheadPipeline {
    @Override
    protected <R> CompletableFuture<R> onAllCores(
        ByteBuffer chunk, Work<R> work, Executor compute, int cores) {
      return super.onAllCores(chunk, work, compute, cores).orTimeout(1, SECONDS);
    }
  }
}
