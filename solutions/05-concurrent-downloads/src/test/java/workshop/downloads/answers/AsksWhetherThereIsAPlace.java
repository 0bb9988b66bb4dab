package workshop.downloads.answers;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Stream;
import workshop.downloads.AtMost;
import workshop.testkit.exercise.WrongAnswer;

/** A thread looks every five milliseconds whether one of the downloads has ended. */
@WrongAnswer("in Thread.sleep at AsksWhetherThereIsAPlace.java:")
public class AsksWhetherThereIsAPlace extends AtMost {

  @Override
  public <T> CompletableFuture<List<T>> all(
      List<Supplier<CompletableFuture<T>>> downloads, int limit) {
    Semaphore places = new Semaphore(limit);
    List<CompletableFuture<T>> results =
        Stream.generate(() -> new CompletableFuture<T>()).limit(downloads.size()).toList();
    Thread.ofPlatform().daemon().start(() -> begin(downloads, places, results));
    return Collected.inOrder(results);
  }

  private static <T> void begin(
      List<Supplier<CompletableFuture<T>>> downloads,
      Semaphore places,
      List<CompletableFuture<T>> results) {
    for (int i = 0; i < downloads.size(); i++) {
      CompletableFuture<T> result = results.get(i);
      while (!places.tryAcquire()) {
        pause();
      }
      Collected.begin(downloads.get(i))
          .whenComplete((value, why) -> {
            places.release();
            Collected.pass(value, why, result);
          });
    }
  }

  private static void pause() {
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
