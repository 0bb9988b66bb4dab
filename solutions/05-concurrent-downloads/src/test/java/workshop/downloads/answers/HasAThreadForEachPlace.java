package workshop.downloads.answers;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import workshop.downloads.AtMost;
import workshop.testkit.exercise.RightAnswer;

/** As many threads as places, and each stays with its download to the end. */
@RightAnswer
public class HasAThreadForEachPlace extends AtMost {

  @Override
  public <T> CompletableFuture<List<T>> all(
      List<Supplier<CompletableFuture<T>>> downloads, int limit) {
    ExecutorService vans = Executors.newFixedThreadPool(limit, Thread.ofVirtual().factory());
    List<CompletableFuture<T>> results =
        Collected.checked(downloads, limit).stream()
            .map(download ->
                CompletableFuture.supplyAsync(() -> Collected.begin(download).join(), vans))
            .toList();
    vans.shutdown(); // what was handed in is still done
    return Collected.inOrder(results);
  }
}
