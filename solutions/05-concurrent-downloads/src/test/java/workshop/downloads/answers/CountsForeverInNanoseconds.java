package workshop.downloads.answers;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import workshop.downloads.RetryPolicy;
import workshop.downloads.Retrying;
import workshop.testkit.exercise.WrongAnswer;

/** Turns every deadline into nanoseconds. */
@WrongAnswer("is longer")
public class CountsForeverInNanoseconds extends Retrying {

  @Override
  public <T> CompletableFuture<T> download(
      URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
    policy.deadline().toNanos();
    return super.download(from, attempt, policy);
  }
}
