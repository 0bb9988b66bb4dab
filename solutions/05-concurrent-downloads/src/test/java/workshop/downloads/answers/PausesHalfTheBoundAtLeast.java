package workshop.downloads.answers;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import workshop.downloads.RetryPolicy;
import workshop.downloads.Retrying;
import workshop.testkit.exercise.RightAnswer;

/** Half of the pause is certain, the other half is left to chance. */
@RightAnswer
public class PausesHalfTheBoundAtLeast extends Retrying {

  @Override
  public <T> CompletableFuture<T> download(
      URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
    return new Attempts<T>(from, attempt, policy) {
      @Override
      double part() {
        return 0.5 + super.part() / 2;
      }
    }.start();
  }
}
