package workshop.completable.answers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import workshop.completable.StoppableCopy;
import workshop.testkit.exercise.RightAnswer;

/** The deadline by hand. */
@RightAnswer
public class FailsItByADelayedExecutor extends StoppableCopy {
  @Override
  public CompletableFuture<Long> copy(
      Path from, Path to, Duration deadline, ExecutorService executor) {
    CompletableFuture<Long> copied = super.copy(from, to, Duration.ofDays(1), executor);
    CompletableFuture.delayedExecutor(deadline.toNanos(), TimeUnit.NANOSECONDS)
        .execute(() -> copied.completeExceptionally(new TimeoutException()));
    return copied;
  }
}
