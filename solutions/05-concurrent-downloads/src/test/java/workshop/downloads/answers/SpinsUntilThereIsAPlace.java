package workshop.downloads.answers;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Stream;
import workshop.downloads.AtMost;
import workshop.testkit.exercise.WrongAnswer;

/** A virtual thread asks without a pause whether one of the downloads has ended. */
@WrongAnswer("That is busy waiting")
public class SpinsUntilThereIsAPlace extends AtMost {

  @Override
  public <T> CompletableFuture<List<T>> all(
      List<Supplier<CompletableFuture<T>>> downloads, int limit) {
    Semaphore places = new Semaphore(limit);
    List<CompletableFuture<T>> results =
        Stream.generate(() -> new CompletableFuture<T>()).limit(downloads.size()).toList();
    Thread.startVirtualThread(() -> begin(downloads, places, results));
    return Collected.inOrder(results);
  }

  private static <T> void begin(
      List<Supplier<CompletableFuture<T>>> downloads,
      Semaphore places,
      List<CompletableFuture<T>> results) {
    for (int i = 0; i < downloads.size(); i++) {
      CompletableFuture<T> result = results.get(i);
      while (!places.tryAcquire()) {
        Thread.onSpinWait();
      }
      Collected.begin(downloads.get(i))
          .whenComplete((value, why) -> {
            places.release();
            Collected.pass(value, why, result);
          });
    }
  }
}
