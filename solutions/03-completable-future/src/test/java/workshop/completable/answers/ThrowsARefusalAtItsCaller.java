package workshop.completable.answers;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import workshop.completable.StoppableCopy;
import workshop.testkit.exercise.WrongAnswer;

/** An executor that is shut down throws at the caller. */
@WrongAnswer("at its caller")
public class ThrowsARefusalAtItsCaller extends StoppableCopy {
  @Override
  public CompletableFuture<Long> copy(
      Path from, Path to, Duration deadline, ExecutorService executor) {
    CompletableFuture<Long> copied = new CompletableFuture<>();
    executor.execute(() -> run(from, to, copied));
    return copied.orTimeout(deadline.toNanos(), NANOSECONDS);
  }
}
