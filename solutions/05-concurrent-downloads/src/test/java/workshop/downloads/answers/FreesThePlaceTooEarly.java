package workshop.downloads.answers;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Stream;
import workshop.downloads.AtMost;
import workshop.testkit.exercise.WrongAnswer;

/** The finally block runs when the request has been sent, and not when it has ended. */
@WrongAnswer("requests were in flight together; the limit is 4")
public class FreesThePlaceTooEarly extends AtMost {

  @Override
  public <T> CompletableFuture<List<T>> all(
      List<Supplier<CompletableFuture<T>>> downloads, int limit) {
    Semaphore places = new Semaphore(limit);
    List<CompletableFuture<T>> results =
        Stream.generate(() -> new CompletableFuture<T>()).limit(downloads.size()).toList();
    Thread.startVirtualThread(() -> {
      for (int i = 0; i < downloads.size(); i++) {
        CompletableFuture<T> result = results.get(i);
        places.acquireUninterruptibly();
        try {
          Collected.begin(downloads.get(i))
              .whenComplete((v, why) -> Collected.pass(v, why, result));
        } finally {
          places.release();
        }
      }
    });
    return Collected.inOrder(results);
  }
}
