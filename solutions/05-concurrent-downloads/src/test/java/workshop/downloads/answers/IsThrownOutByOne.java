package workshop.downloads.answers;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Stream;
import workshop.downloads.AtMost;
import workshop.testkit.exercise.WrongAnswer;

/** A download that throws instead of returning a future ends the thread that begins them all. */
@WrongAnswer("One of two downloads threw an exception when it was begun")
public class IsThrownOutByOne extends AtMost {

  @Override
  public <T> CompletableFuture<List<T>> all(
      List<Supplier<CompletableFuture<T>>> downloads, int limit) {
    Semaphore places = new Semaphore(limit);
    List<CompletableFuture<T>> results =
        Stream.generate(() -> new CompletableFuture<T>()).limit(downloads.size()).toList();
    Thread starter =
        Thread.ofVirtual()
            .uncaughtExceptionHandler((_, _) -> {}) // as quiet as in a pool
            .unstarted(() -> {
              for (int i = 0; i < downloads.size(); i++) {
                CompletableFuture<T> result = results.get(i);
                places.acquireUninterruptibly();
                downloads
                    .get(i)
                    .get()
                    .whenComplete((v, why) -> {
                      places.release();
                      Collected.pass(v, why, result);
                    });
              }
            });
    starter.start();
    return Collected.inOrder(results);
  }
}
