package workshop.downloads.answers;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import workshop.downloads.RetryPolicy;
import workshop.downloads.Retrying;
import workshop.testkit.exercise.WrongAnswer;

/** Knows better than the server when to come back. */
@WrongAnswer("Pause at least as long as BadStatus.retryAfter() says")
public class DoesNotListenToTheServer extends Retrying {

  @Override
  public <T> CompletableFuture<T> download(
      URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
    return new Attempts<>(from, attempt, policy) {
      @Override
      Duration pause(int nth, Throwable why) {
        return Duration.ofNanos((long) (bound(nth).toNanos() * part()));
      }
    }.start();
  }
}
