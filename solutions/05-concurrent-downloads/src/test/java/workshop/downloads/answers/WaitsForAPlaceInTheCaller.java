package workshop.downloads.answers;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import workshop.downloads.AtMost;
import workshop.testkit.exercise.WrongAnswer;

/** A semaphore in the right place, on the wrong thread. */
@WrongAnswer("you blocked the caller")
public class WaitsForAPlaceInTheCaller extends AtMost {

  @Override
  public <T> CompletableFuture<List<T>> all(
      List<Supplier<CompletableFuture<T>>> downloads, int limit) {
    Semaphore places = new Semaphore(limit);
    List<CompletableFuture<T>> results = new ArrayList<>();
    for (Supplier<CompletableFuture<T>> download : downloads) {
      places.acquireUninterruptibly();
      results.add(download.get().whenComplete((_, _) -> places.release()));
    }
    return Collected.inOrder(results);
  }
}
