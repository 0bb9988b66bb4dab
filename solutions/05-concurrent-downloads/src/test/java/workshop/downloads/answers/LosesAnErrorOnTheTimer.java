package workshop.downloads.answers;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import workshop.downloads.Failure;
import workshop.downloads.RetryPolicy;
import workshop.downloads.Retrying;
import workshop.testkit.exercise.WrongAnswer;

/** Catches the exceptions of an attempt, and no Error. */
@WrongAnswer("The second attempt threw an Error, and the download goes on")
public class LosesAnErrorOnTheTimer extends Retrying {

  @Override
  public <T> CompletableFuture<T> download(
      URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
    return new Attempts<>(from, attempt, policy) {
      @Override
      void begin(int nth) {
        if (nth == 1) {
          super.begin(nth);
          return;
        }
        CompletableFuture<T> running = attempt.get();
        follow(running);
        running.whenComplete((value, why) -> {
          if (why == null) {
            result.complete(value);
          } else if (isFinal(nth, Failure.cause(why))) {
            result.completeExceptionally(why);
          } else if (!result.isDone()) {
            next(nth, pause(nth, Failure.cause(why)));
          }
        });
      }
    }.start();
  }
}
