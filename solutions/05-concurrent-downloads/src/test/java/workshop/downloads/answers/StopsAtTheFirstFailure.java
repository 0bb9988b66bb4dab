package workshop.downloads.answers;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import workshop.downloads.AtMost;
import workshop.testkit.exercise.WrongAnswer;

/** After a failure the others are not even begun: they share its fate. */
@WrongAnswer("/file-7 was requested never, expected: once")
public class StopsAtTheFirstFailure extends AtMost {

  @Override
  public <T> CompletableFuture<List<T>> all(
      List<Supplier<CompletableFuture<T>>> downloads, int limit) {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    return super.all(
        downloads.stream()
            .<Supplier<CompletableFuture<T>>>map(download -> () -> unlessFailed(download, failure))
            .toList(),
        limit);
  }

  private static <T> CompletableFuture<T> unlessFailed(
      Supplier<CompletableFuture<T>> download, AtomicReference<Throwable> failure) {
    Throwable earlier = failure.get();
    return earlier != null
        ? CompletableFuture.failedFuture(earlier)
        : Collected.begin(download)
            .whenComplete((_, why) -> {
              if (why != null) {
                failure.compareAndSet(null, why);
              }
            });
  }
}
