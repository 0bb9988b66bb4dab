package workshop.completable.answers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import workshop.completable.StoppableCopy;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** The work looks at one future, and the caller cancels the one after it. */
@WrongAnswer(value = "return that very future", kind = AnswerKind.PROMISE)
public class ReturnsAnotherFuture extends StoppableCopy {
  @Override
  public CompletableFuture<Long> copy(
      Path from, Path to, Duration deadline, ExecutorService executor) {
    return super.copy(from, to, deadline, executor).thenApply(count -> count);
  }
}
