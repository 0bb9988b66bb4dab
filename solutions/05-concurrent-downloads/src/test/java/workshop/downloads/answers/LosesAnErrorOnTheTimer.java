package workshop.downloads.answers;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import workshop.downloads.RetryPolicy;
import workshop.downloads.Retrying;
import workshop.testkit.exercise.WrongAnswer;

/** Catches the exceptions of an attempt, and no Error. */
@WrongAnswer("The second attempt threw an Error, and the download goes on")
public class LosesAnErrorOnTheTimer extends Retrying {

  @Override
  public <T> CompletableFuture<T> download(
      URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
    Supplier<CompletableFuture<T>> first =
        () -> {
          try {
            return attempt.get();
          } catch (LinkageError error) {
            return CompletableFuture.failedFuture(error);
          }
        };
    return new Attempts<>(from, first, policy) {
      @Override
      void begin(int nth) {
        if (nth == 1) {
          super.begin(nth);
          return;
        }
        CompletableFuture<T> running = attempt.get();
        follow(running);
        running.whenComplete((value, why) -> Collected.pass(value, why, result));
      }
    }.start();
  }
}
