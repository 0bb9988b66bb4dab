package workshop.completable.answers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import workshop.completable.StoppableCopy;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Completes with a number instead of a failure when the deadline passes. */
@WrongAnswer(value = "the future completed with -1", kind = AnswerKind.PARTIAL_RESULT)
public class GivesANumberWhenItIsTooLate extends StoppableCopy {
  @Override
  public CompletableFuture<Long> copy(
      Path from, Path to, Duration deadline, ExecutorService executor) {
    return super.copy(from, to, Duration.ofDays(1), executor)
        .completeOnTimeout(-1L, deadline.toNanos(), TimeUnit.NANOSECONDS);
  }
}
