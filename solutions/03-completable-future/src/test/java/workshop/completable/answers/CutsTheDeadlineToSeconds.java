package workshop.completable.answers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import workshop.completable.StoppableCopy;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Loses the fraction of a second. */
@WrongAnswer(value = "The deadline is 50 ms", kind = AnswerKind.INPUT)
public class CutsTheDeadlineToSeconds extends StoppableCopy {
  @Override
  public CompletableFuture<Long> copy(
      Path from, Path to, Duration deadline, ExecutorService executor) {
    return super.copy(from, to, Duration.ofSeconds(deadline.toSeconds()), executor);
  }
}
