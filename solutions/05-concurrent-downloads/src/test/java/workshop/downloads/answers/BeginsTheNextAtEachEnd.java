package workshop.downloads.answers;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import workshop.downloads.AtMost;
import workshop.testkit.exercise.WrongAnswer;

/** Each end begins the next: a chain of calls, if they end the moment they begin. */
@WrongAnswer("the calls nest until the stack overflows")
public class BeginsTheNextAtEachEnd extends AtMost {

  @Override
  public <T> CompletableFuture<List<T>> all(
      List<Supplier<CompletableFuture<T>>> downloads, int limit) {
    List<CompletableFuture<T>> results =
        downloads.stream().map(_ -> new CompletableFuture<T>()).toList();
    AtomicInteger next = new AtomicInteger();
    for (int lane = 0; lane < limit; lane++) {
      beginNext(downloads, results, next);
    }
    return Collected.inOrder(results);
  }

  private static <T> void beginNext(
      List<Supplier<CompletableFuture<T>>> downloads,
      List<CompletableFuture<T>> results,
      AtomicInteger next) {
    int i = next.getAndIncrement();
    if (i < downloads.size()) {
      Collected.begin(downloads.get(i))
          .whenComplete((value, why) -> {
            beginNext(downloads, results, next);
            Collected.pass(value, why, results.get(i));
          });
    }
  }
}
