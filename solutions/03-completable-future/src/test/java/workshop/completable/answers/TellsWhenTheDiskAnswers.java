package workshop.completable.answers;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import workshop.completable.StoppableCopy;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Completes by the deadline only after the files are closed. */
@WrongAnswer(value = "deadline", kind = AnswerKind.HELD_TOO_EARLY)
public class TellsWhenTheDiskAnswers extends StoppableCopy {
  @Override
  public CompletableFuture<Long> copy(
      Path from, Path to, Duration deadline, ExecutorService executor) {
    CompletableFuture<Long> copied = new CompletableFuture<>();
    CompletableFuture<Long> told = new CompletableFuture<>();
    copied.orTimeout(deadline.toNanos(), NANOSECONDS);
    executor.execute(() -> {
      run(from, to, copied);
      copied.whenComplete((count, e) -> {
        if (e == null) {
          told.complete(count);
        } else {
          told.completeExceptionally(e);
        }
      });
    });
    return told;
  }
}
