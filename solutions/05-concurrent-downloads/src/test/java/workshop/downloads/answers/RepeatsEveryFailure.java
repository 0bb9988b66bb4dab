package workshop.downloads.answers;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import workshop.downloads.BadStatus;
import workshop.downloads.RetryPolicy;
import workshop.downloads.Retrying;
import workshop.testkit.exercise.WrongAnswer;

/** A bug is repeated, and stays a bug. */
@WrongAnswer("The attempt threw an exception, or returned null. The download was not given up")
public class RepeatsEveryFailure extends Retrying {

  @Override
  public <T> CompletableFuture<T> download(
      URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
    return new Attempts<>(from, attempt, policy) {
      @Override
      boolean mayHelp(Throwable why) {
        return !(why instanceof BadStatus) || super.mayHelp(why);
      }
    }.start();
  }
}
