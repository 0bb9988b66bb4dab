package workshop.downloads.answers;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import workshop.downloads.RetryPolicy;
import workshop.downloads.Retrying;
import workshop.testkit.exercise.WrongAnswer;

/** One attempt, and the deadline for it. */
@WrongAnswer("After failure 1 no pause was scheduled")
public class GivesUpAtOnce extends Retrying {

  @Override
  public <T> CompletableFuture<T> download(
      URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
    return new Attempts<>(from, attempt, policy) {
      @Override
      boolean isFinal(int nth, Throwable why) {
        return true;
      }
    }.start();
  }
}
