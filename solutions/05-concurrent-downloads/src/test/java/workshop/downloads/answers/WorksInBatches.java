package workshop.downloads.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import workshop.downloads.AtMost;
import workshop.testkit.exercise.WrongAnswer;

/** Four, wait for the slowest of the four, four more. */
@WrongAnswer("do not work through the list in batches")
public class WorksInBatches extends AtMost {

  @Override
  public <T> CompletableFuture<List<T>> all(
      List<Supplier<CompletableFuture<T>>> downloads, int limit) {
    List<CompletableFuture<T>> results = new ArrayList<>();
    return batch(downloads, limit, results).thenCompose(_ -> Collected.inOrder(results));
  }

  private static <T> CompletableFuture<?> batch(
      List<Supplier<CompletableFuture<T>>> rest, int limit, List<CompletableFuture<T>> results) {
    int size = Math.min(limit, rest.size());
    if (size == 0) {
      return CompletableFuture.completedFuture(null);
    }
    List<CompletableFuture<T>> begun = rest.subList(0, size).stream().map(Supplier::get).toList();
    results.addAll(begun);
    return Collected.inOrder(begun)
        .handle((_, _) -> batch(rest.subList(size, rest.size()), limit, results))
        .thenCompose(next -> next);
  }
}
