package workshop.downloads.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import workshop.downloads.AtMost;
import workshop.testkit.exercise.RightAnswer;

/** A virtual thread for each download waits for a place, and then for the end. */
@RightAnswer
public class HasAThreadForEachDownload extends AtMost {

  @Override
  public <T> CompletableFuture<List<T>> all(
      List<Supplier<CompletableFuture<T>>> downloads, int limit) {
    List<Supplier<CompletableFuture<T>>> all = Collected.checked(downloads, limit);
    Semaphore places = new Semaphore(limit, true);
    List<CompletableFuture<T>> results = new ArrayList<>();
    for (Supplier<CompletableFuture<T>> download : all) {
      CompletableFuture<T> result = new CompletableFuture<>();
      results.add(result);
      Thread.startVirtualThread(() -> run(places, download, result));
    }
    return Collected.inOrder(results);
  }

  private static <T> void run(
      Semaphore places, Supplier<CompletableFuture<T>> download, CompletableFuture<T> result) {
    places.acquireUninterruptibly();
    try {
      result.complete(Collected.begin(download).join());
    } catch (CompletionException e) {
      result.completeExceptionally(e.getCause());
    } catch (RuntimeException e) {
      result.completeExceptionally(e);
    } finally {
      places.release();
    }
  }
}
