package workshop.completable.answers;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import workshop.completable.StoppableCopy;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** A thread of its own instead of the executor. */
@WrongAnswer(value = "executor", kind = AnswerKind.CALLER)
public class StartsAThreadPerCopy extends StoppableCopy {
  @Override
  public CompletableFuture<Long> copy(
      Path from, Path to, Duration deadline, ExecutorService executor) {
    CompletableFuture<Long> copied = new CompletableFuture<>();
    copied.orTimeout(deadline.toNanos(), NANOSECONDS);
    new Thread(() -> run(from, to, copied)).start();
    return copied;
  }
}
