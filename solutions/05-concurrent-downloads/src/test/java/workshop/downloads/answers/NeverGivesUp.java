package workshop.downloads.answers;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import workshop.downloads.RetryPolicy;
import workshop.downloads.Retrying;
import workshop.testkit.exercise.WrongAnswer;

/** Until it works, or until the deadline: whichever the server can stand. */
@WrongAnswer("4 attempts have failed. The download was not given up")
public class NeverGivesUp extends Retrying {

  @Override
  public <T> CompletableFuture<T> download(
      URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
    return new Attempts<>(from, attempt, policy) {
      @Override
      boolean isFinal(int nth, Throwable why) {
        return !mayHelp(why);
      }
    }.start();
  }
}
