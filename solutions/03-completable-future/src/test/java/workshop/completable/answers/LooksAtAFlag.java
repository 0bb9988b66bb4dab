package workshop.completable.answers;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import workshop.completable.StoppableCopy;
import workshop.testkit.exercise.RightAnswer;

/** A stage on the returned future sets a flag. */
@RightAnswer
public class LooksAtAFlag extends StoppableCopy {
  @Override
  public CompletableFuture<Long> copy(
      Path from, Path to, Duration deadline, ExecutorService executor) {
    CompletableFuture<Long> copied = new CompletableFuture<>();
    AtomicBoolean stopped = new AtomicBoolean();
    copied.orTimeout(deadline.toNanos(), NANOSECONDS);
    copied.whenComplete((count, failure) -> stopped.set(true));
    CompletableFuture<Void> flag =
        new CompletableFuture<>() {
          @Override
          public boolean isDone() {
            return stopped.get();
          }
        };
    try {
      executor.execute(() -> {
        try {
          if (!stopped.get()) {
            requireTwoFiles(from, to);
            copied.complete(copyWhileWanted(from, to, flag));
          }
        } catch (Throwable e) {
          copied.completeExceptionally(e);
        }
      });
    } catch (RejectedExecutionException e) {
      copied.completeExceptionally(e);
    }
    return copied;
  }
}
