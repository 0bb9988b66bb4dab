package workshop.downloads.answers.atmost;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.stream.Stream;
import workshop.downloads.AtMost;
import workshop.downloads.answers.Futures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link AtMost} that stop waiting too early. */
@Mistakes(AnswerKind.IMPATIENCE)
final class ImpatienceMistakes {

  private ImpatienceMistakes() {}

  /**
   * Releases the permit in a finally block, which runs when the request has been sent, not when it
   * has ended.
   */
  @WrongAnswer("were in flight together")
  public static class ReleasesThePermitTooEarly extends AtMost {

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
            Futures.begin(downloads.get(i)).whenComplete((v, why) -> Futures.pass(v, why, result));
          } finally {
            places.release();
          }
        }
      });
      return Futures.inOrder(results);
    }
  }
}
