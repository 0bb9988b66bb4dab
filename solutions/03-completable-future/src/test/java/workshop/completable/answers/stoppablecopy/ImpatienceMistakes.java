package workshop.completable.answers.stoppablecopy;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import workshop.completable.StoppableCopy;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link StoppableCopy} that stop waiting too early. */
@Mistakes(AnswerKind.IMPATIENCE)
final class ImpatienceMistakes {

  private ImpatienceMistakes() {}

  /** Waits for the copy until the deadline, on the caller's thread. */
  @WrongAnswer("with a time limit, and gave up")
  public static class WaitsOnTheCaller extends StoppableCopy {
    @Override
    public CompletableFuture<Long> copy(
        Path from, Path to, Duration deadline, ExecutorService executor) {
      CompletableFuture<Long> copied = super.copy(from, to, deadline, executor);
      try {
        copied.get(300, MILLISECONDS);
      } catch (Exception e) {
        return copied;
      }
      return copied;
    }
  }
}
