package workshop.downloads.answers;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Stream;
import workshop.downloads.AtMost;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Gives a place back when a download succeeds. After as many failures as places all stand still.
 */
@WrongAnswer("The permit of a download that failed was not given back")
public class LosesThePlaceOfAFailure extends AtMost {

  @Override
  public <T> CompletableFuture<List<T>> all(
      List<Supplier<CompletableFuture<T>>> downloads, int limit) {
    Semaphore places = new Semaphore(limit);
    List<CompletableFuture<T>> results =
        Stream.generate(() -> new CompletableFuture<T>()).limit(downloads.size()).toList();
    Thread starter =
        Thread.ofVirtual()
            .unstarted(() -> {
              for (int i = 0; i < downloads.size(); i++) {
                CompletableFuture<T> result = results.get(i);
                places.acquireUninterruptibly();
                Collected.begin(downloads.get(i))
                    .thenApply(value -> {
                      places.release();
                      return value;
                    })
                    .whenComplete((v, why) -> Collected.pass(v, why, result));
              }
            });
    starter.start();
    return Collected.inOrder(results);
  }
}
