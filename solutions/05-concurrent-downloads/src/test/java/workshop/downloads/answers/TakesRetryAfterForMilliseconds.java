package workshop.downloads.answers;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import workshop.downloads.BadStatus;
import workshop.downloads.RetryPolicy;
import workshop.downloads.Retrying;
import workshop.testkit.exercise.WrongAnswer;

/** Seven is seven: but seconds it were, and not milliseconds. */
@WrongAnswer("Pause at least as long as BadStatus.retryAfter() says")
public class TakesRetryAfterForMilliseconds extends Retrying {

  @Override
  public <T> CompletableFuture<T> download(
      URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
    return new Attempts<>(from, attempt, policy) {
      @Override
      Duration pause(int nth, Throwable why) {
        Duration own = Duration.ofNanos((long) (bound(nth).toNanos() * part()));
        long asked =
            why instanceof BadStatus bad ? bad.retryAfter().orElse(Duration.ZERO).toSeconds() : 0;
        return Duration.ofMillis(Math.max(asked, own.toMillis()));
      }
    }.start();
  }
}
