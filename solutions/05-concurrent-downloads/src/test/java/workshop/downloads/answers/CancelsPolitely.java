package workshop.downloads.answers;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import workshop.downloads.RetryPolicy;
import workshop.downloads.Retrying;
import workshop.testkit.exercise.WrongAnswer;

/** The client takes {@code cancel(false)} for: stop waiting, and let it go on. */
@WrongAnswer("but its request is still in flight")
public class CancelsPolitely extends Retrying {

  @Override
  public <T> CompletableFuture<T> download(
      URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
    return new Attempts<>(from, attempt, policy) {
      @Override
      void stop() {
        current.cancel(false);
      }
    }.start();
  }
}
