package workshop.downloads.answers;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import workshop.downloads.AtMost;
import workshop.testkit.exercise.WrongAnswer;

/** A pool of four threads, and each of them sends one request after the other without waiting. */
@WrongAnswer("requests were in flight together; the limit is 4")
public class BoundsTheThreads extends AtMost {

  @Override
  public <T> CompletableFuture<List<T>> all(
      List<Supplier<CompletableFuture<T>>> downloads, int limit) {
    ExecutorService pool = Executors.newFixedThreadPool(limit);
    List<CompletableFuture<T>> results =
        downloads.stream()
            .map(download ->
                CompletableFuture.supplyAsync(download, pool).thenCompose(Function.identity()))
            .toList();
    return Collected.inOrder(results).whenComplete((_, _) -> pool.shutdown());
  }
}
