package workshop.downloads.answers;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import workshop.downloads.RetryPolicy;
import workshop.downloads.Retrying;
import workshop.testkit.exercise.WrongAnswer;

/** Cancels the attempt in flight at the deadline, and forgets the one that is scheduled. */
@WrongAnswer("After the deadline something stays scheduled")
public class AttemptsAfterTheDeadline extends Retrying {

  @Override
  public <T> CompletableFuture<T> download(
      URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
    return new Attempts<>(from, attempt, policy) {
      @Override
      void stop() {
        if (current instanceof CompletableFuture<?> running) {
          running.cancel(true);
        }
      }
    }.start();
  }
}
