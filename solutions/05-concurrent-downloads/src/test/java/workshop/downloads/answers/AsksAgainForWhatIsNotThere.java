package workshop.downloads.answers;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import workshop.downloads.RetryPolicy;
import workshop.downloads.Retrying;
import workshop.testkit.exercise.WrongAnswer;

/** Every failure is worth another attempt, it seems. */
@WrongAnswer("The server said 404: it does not have the file. The download was not given up")
public class AsksAgainForWhatIsNotThere extends Retrying {

  @Override
  public <T> CompletableFuture<T> download(
      URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
    return new Attempts<>(from, attempt, policy) {
      @Override
      boolean mayHelp(Throwable why) {
        return true;
      }
    }.start();
  }
}
