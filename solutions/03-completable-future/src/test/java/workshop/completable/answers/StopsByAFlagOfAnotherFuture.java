package workshop.completable.answers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import workshop.completable.StoppableCopy;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** The timeout reaches the work; to cancel the stage that was returned does not. */
@WrongAnswer(value = "return that very future", kind = AnswerKind.PROMISE)
public class StopsByAFlagOfAnotherFuture extends StoppableCopy {
  @Override
  public CompletableFuture<Long> copy(
      Path from, Path to, Duration deadline, ExecutorService executor) {
    CompletableFuture<Long> work = super.copy(from, to, Duration.ofDays(1), executor);
    return work.orTimeout(deadline.toNanos(), TimeUnit.NANOSECONDS)
        .whenComplete((count, failure) -> {});
  }
}
