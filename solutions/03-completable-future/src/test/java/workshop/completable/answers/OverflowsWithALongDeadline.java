package workshop.completable.answers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import workshop.completable.StoppableCopy;
import workshop.testkit.exercise.WrongAnswer;

/** toNanos throws if the deadline is longer than 292 years. */
@WrongAnswer("Long.MAX_VALUE")
public class OverflowsWithALongDeadline extends StoppableCopy {
  @Override
  public CompletableFuture<Long> copy(
      Path from, Path to, Duration deadline, ExecutorService executor) {
    deadline.toNanos();
    return super.copy(from, to, deadline, executor);
  }
}
