package workshop.downloads.answers;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import workshop.downloads.AtMost;
import workshop.testkit.exercise.RightAnswer;

/**
 * As many chains of futures as places; each takes the next download when its last one has ended.
 */
@RightAnswer
public class HasAVanForEachPlace extends AtMost {

  @Override
  public <T> CompletableFuture<List<T>> all(
      List<Supplier<CompletableFuture<T>>> downloads, int limit) {
    List<Supplier<CompletableFuture<T>>> all = Collected.checked(downloads, limit);
    List<CompletableFuture<T>> results =
        Stream.generate(() -> new CompletableFuture<T>()).limit(downloads.size()).toList();
    AtomicInteger next = new AtomicInteger();
    for (int van = 0; van < limit; van++) {
      drive(all, results, next);
    }
    return Collected.inOrder(results);
  }

  private static <T> void drive(
      List<Supplier<CompletableFuture<T>>> downloads,
      List<CompletableFuture<T>> results,
      AtomicInteger next) {
    int mine = next.getAndIncrement();
    if (mine < downloads.size()) {
      Collected.begin(downloads.get(mine))
          .whenCompleteAsync( // async, so that a thousand that end at once are no deep stack
              (value, why) -> {
                Collected.pass(value, why, results.get(mine));
                drive(downloads, results, next);
              });
    }
  }
}
