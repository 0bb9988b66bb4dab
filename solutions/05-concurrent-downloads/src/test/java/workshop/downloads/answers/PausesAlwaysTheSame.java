package workshop.downloads.answers;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import workshop.downloads.RetryPolicy;
import workshop.downloads.Retrying;
import workshop.testkit.exercise.WrongAnswer;

/** A part of the first pause, each time. */
@WrongAnswer("They do not double")
public class PausesAlwaysTheSame extends Retrying {

  @Override
  public <T> CompletableFuture<T> download(
      URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
    return new Attempts<>(from, attempt, policy) {
      @Override
      Duration bound(int nth) {
        return FIRST_PAUSE;
      }
    }.start();
  }
}
