package workshop.completable.answers;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeoutException;
import workshop.completable.StoppableCopy;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** A timer of its own, which is never shut down. */
@WrongAnswer(value = "thread", kind = AnswerKind.RESOURCE)
public class LeavesATimerBehind extends StoppableCopy {
  @Override
  public CompletableFuture<Long> copy(
      Path from, Path to, Duration deadline, ExecutorService executor) {
    ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    CompletableFuture<Long> copied = super.copy(from, to, Duration.ofDays(1), executor);
    timer.schedule(
        () -> copied.completeExceptionally(new TimeoutException()),
        deadline.toMillis(),
        MILLISECONDS);
    return copied;
  }
}
