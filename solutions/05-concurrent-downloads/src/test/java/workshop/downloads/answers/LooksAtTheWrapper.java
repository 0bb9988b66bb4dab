package workshop.downloads.answers;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import workshop.downloads.RetryPolicy;
import workshop.downloads.Retrying;
import workshop.testkit.exercise.WrongAnswer;

/** What a stage hands on is a CompletionException, which is no IOException. */
@WrongAnswer("a stage wraps it in a CompletionException")
public class LooksAtTheWrapper extends Retrying {

  @Override
  public <T> CompletableFuture<T> download(
      URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
    return new Attempts<>(from, attempt, policy) {
      @Override
      void begin(int nth) {
        CompletableFuture<T> running = Collected.begin(attempt);
        follow(running);
        running.whenComplete((value, why) -> {
          if (why == null) {
            result.complete(value);
          } else if (isFinal(nth, why)) {
            result.completeExceptionally(why);
          } else if (!result.isDone()) {
            next(nth, pause(nth, why));
          }
        });
      }
    }.start();
  }
}
