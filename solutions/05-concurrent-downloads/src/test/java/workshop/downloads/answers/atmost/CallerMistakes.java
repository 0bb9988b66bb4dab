package workshop.downloads.answers.atmost;

import java.util.ArrayList;
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

/**
 * Wrong answers to {@link AtMost} in which the wrong thread does the work, waits for it, or gets
 * the result.
 */
@Mistakes(AnswerKind.CALLER)
final class CallerMistakes {

  private CallerMistakes() {}

  /** Waits for the permits on the caller's thread. */
  @WrongAnswer("you blocked the caller")
  public static class WaitsForAPermitInTheCaller extends AtMost {

    @Override
    public <T> CompletableFuture<List<T>> all(
        List<Supplier<CompletableFuture<T>>> downloads, int limit) {
      Semaphore places = new Semaphore(limit);
      List<CompletableFuture<T>> results = new ArrayList<>();
      for (Supplier<CompletableFuture<T>> download : downloads) {
        places.acquireUninterruptibly();
        results.add(download.get().whenComplete((_, _) -> places.release()));
      }
      return Futures.inOrder(results);
    }
  }

  /** Waits for the permits on a thread of the common pool. */
  @WrongAnswer("at CallerMistakes.java:")
  public static class WaitsOnTheCommonPool extends AtMost {

    @Override
    public <T> CompletableFuture<List<T>> all(
        List<Supplier<CompletableFuture<T>>> downloads, int limit) {
      Semaphore places = new Semaphore(limit);
      List<CompletableFuture<T>> results =
          Stream.generate(() -> new CompletableFuture<T>()).limit(downloads.size()).toList();
      CompletableFuture.runAsync(() -> begin(downloads, places, results));
      return Futures.inOrder(results);
    }

    private static <T> void begin(
        List<Supplier<CompletableFuture<T>>> downloads,
        Semaphore places,
        List<CompletableFuture<T>> results) {
      for (int i = 0; i < downloads.size(); i++) {
        CompletableFuture<T> result = results.get(i);
        places.acquireUninterruptibly();
        Futures.begin(downloads.get(i))
            .whenComplete((value, why) -> {
              places.release();
              Futures.pass(value, why, result);
            });
      }
    }
  }
}
