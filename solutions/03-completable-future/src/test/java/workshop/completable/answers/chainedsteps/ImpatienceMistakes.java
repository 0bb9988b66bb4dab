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

/** Wrong answers to {@link ChainedSteps} that stop waiting too early. */
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
  @WrongAnswer("read(...) has set a timer")
  public static class SetsATimeout extends ChainedSteps {
    @Override
    public CompletableFuture<byte[]> read(Path file, Executor executor) {
      return super.read(file, executor).orTimeout(5, SECONDS);
    }
  }

  /** Gives up on a slow copy. */
  @WrongAnswer("copy(...) has set a timer")
  public static class SetsATimeoutForTheCopy extends ChainedSteps {
    @Override
    public CompletableFuture<Void> copy(Path from, Path to, Executor executor) {
      return super.copy(from, to, executor).orTimeout(30, SECONDS);
    }
  }

  /** Checks every ten milliseconds whether the write is done. */
  @WrongAnswer("A timer that only checks again and again")
  public static class PollsForTheWrite extends ChainedSteps {
    @Override
    public CompletableFuture<byte[]> writeThenRead(Path file, byte[] content, Executor executor) {
      CompletableFuture<Void> writing = write(file, content, executor);
      return whenDone(writing).thenCompose(done -> read(file, executor));
    }

    private static CompletableFuture<Void> whenDone(CompletableFuture<Void> future) {
      return future.isDone()
          ? future
          : CompletableFuture.runAsync(
                  () -> {}, CompletableFuture.delayedExecutor(10, MILLISECONDS))
              .thenCompose(tick -> whenDone(future));
    }
  }
}
