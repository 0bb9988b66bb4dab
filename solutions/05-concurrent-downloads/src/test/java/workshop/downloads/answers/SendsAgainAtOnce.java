package workshop.downloads.answers;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import workshop.downloads.RetryPolicy;
import workshop.downloads.Retrying;
import workshop.testkit.exercise.WrongAnswer;

/** The server that was too busy has the next request before it has sent the last reply. */
@WrongAnswer("After failure 1 no pause was scheduled")
public class SendsAgainAtOnce extends Retrying {

  @Override
  public <T> CompletableFuture<T> download(
      URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
    return new Attempts<>(from, attempt, policy) {
      @Override
      void next(int nth, Duration pause) {
        begin(nth + 1);
      }
    }.start();
  }
}
