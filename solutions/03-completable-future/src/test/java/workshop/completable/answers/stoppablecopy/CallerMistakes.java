package workshop.completable.answers.stoppablecopy;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import workshop.completable.StoppableCopy;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Wrong answers to {@link StoppableCopy} in which the wrong thread does the work, waits for it, or
 * gets the result.
 */
@Mistakes(AnswerKind.CALLER)
final class CallerMistakes {

  private CallerMistakes() {}

  /** Copies before it returns the future. */
  @WrongAnswer("you blocked the caller")
  public static class CopiesOnTheCaller extends StoppableCopy {
    @Override
    public CompletableFuture<Long> copy(
        Path from, Path to, Duration deadline, ExecutorService executor) {
      CompletableFuture<Long> copied = new CompletableFuture<>();
      run(from, to, copied);
      return copied;
    }
  }

  /** Starts a thread instead of using the executor. */
  @WrongAnswer("executor")
  public static class StartsAThreadPerCopy extends StoppableCopy {
    @Override
    public CompletableFuture<Long> copy(
        Path from, Path to, Duration deadline, ExecutorService executor) {
      CompletableFuture<Long> copied = new CompletableFuture<>();
      copied.orTimeout(deadline.toNanos(), NANOSECONDS);
      new Thread(() -> run(from, to, copied)).start();
      return copied;
    }
  }
}
