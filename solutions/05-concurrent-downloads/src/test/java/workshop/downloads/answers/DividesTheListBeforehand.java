package workshop.downloads.answers;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import workshop.downloads.AtMost;
import workshop.testkit.exercise.WrongAnswer;

/** Place k gets every limit-th download; a slow one holds up those behind it. */
@WrongAnswer("Each place has a list of its own")
public class DividesTheListBeforehand extends AtMost {

  @Override
  public <T> CompletableFuture<List<T>> all(
      List<Supplier<CompletableFuture<T>>> downloads, int limit) {
    List<Supplier<CompletableFuture<T>>> all = Collected.checked(downloads, limit);
    List<CompletableFuture<T>> results = all.stream().map(_ -> new CompletableFuture<T>()).toList();
    for (int place = 0; place < limit; place++) {
      int first = place;
      Thread.startVirtualThread(() -> {
        for (int i = first; i < all.size(); i += limit) {
          CompletableFuture<T> result = results.get(i);
          try {
            result.complete(Collected.begin(all.get(i)).join());
          } catch (CompletionException failed) {
            result.completeExceptionally(failed.getCause());
          }
        }
      });
    }
    return Collected.inOrder(results);
  }
}
