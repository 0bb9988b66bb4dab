package workshop.downloads.answers;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import workshop.downloads.RetryPolicy;
import workshop.downloads.Retrying;
import workshop.testkit.exercise.WrongAnswer;

/** The future fails at the deadline, and the work goes on: what orTimeout does. */
@WrongAnswer("but its request is still in flight")
public class OnlyStopsWaiting extends Retrying {

  @Override
  public <T> CompletableFuture<T> download(
      URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
    return new Attempts<>(from, attempt, policy) {
      @Override
      void stop() {}
    }.start();
  }
}
