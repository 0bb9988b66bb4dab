package workshop.downloads.answers;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import workshop.downloads.AtMost;
import workshop.testkit.exercise.WrongAnswer;

/** A thread that joins in a fork-join pool is made up for by another one, and so by a request. */
@WrongAnswer("requests were in flight together; the limit is 4")
public class JoinsInAPoolThatMakesUpForIt extends AtMost {

  @Override
  public <T> CompletableFuture<List<T>> all(
      List<Supplier<CompletableFuture<T>>> downloads, int limit) {
    ForkJoinPool pool = new ForkJoinPool(limit);
    List<CompletableFuture<T>> results =
        downloads.stream()
            .map(download ->
                CompletableFuture.supplyAsync(() -> Collected.begin(download).join(), pool))
            .toList();
    return Collected.inOrder(results).whenComplete((_, _) -> pool.shutdown());
  }
}
