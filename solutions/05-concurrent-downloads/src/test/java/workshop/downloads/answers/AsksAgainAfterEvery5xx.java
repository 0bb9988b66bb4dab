package workshop.downloads.answers;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import workshop.downloads.BadStatus;
import workshop.downloads.RetryPolicy;
import workshop.downloads.Retrying;
import workshop.testkit.exercise.WrongAnswer;

/** 501 means: this server cannot do that. It will not learn it in a second. */
@WrongAnswer("After status 501 there is a pause")
public class AsksAgainAfterEvery5xx extends Retrying {

  @Override
  public <T> CompletableFuture<T> download(
      URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
    return new Attempts<T>(from, attempt, policy) {
      @Override
      boolean mayHelp(Throwable why) {
        return why instanceof BadStatus bad && bad.status() == 501 || super.mayHelp(why);
      }
    }.start();
  }
}
