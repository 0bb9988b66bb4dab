package workshop.downloads.answers.atmost;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import workshop.downloads.AtMost;
import workshop.downloads.answers.Futures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link AtMost}: an input that they cannot handle. */
@Mistakes(AnswerKind.INPUT)
final class InputMistakes {

  private InputMistakes() {}

  /** A semaphore without a permit is no error, and no download ever begins. */
  @WrongAnswer("The limit was 0, and the call was accepted")
  public static class AcceptsALimitOfZero extends AtMost {

    @Override
    public <T> CompletableFuture<List<T>> all(
        List<Supplier<CompletableFuture<T>>> downloads, int limit) {
      return new BoundedRun<>(List.copyOf(downloads), limit).start();
    }
  }

  /** Each end begins the next: a chain of calls, if they end the moment they begin. */
  @WrongAnswer("the calls nest until the stack overflows")
  public static class StartsTheNextInTheCallback extends AtMost {

    @Override
    public <T> CompletableFuture<List<T>> all(
        List<Supplier<CompletableFuture<T>>> downloads, int limit) {
      List<CompletableFuture<T>> results =
          downloads.stream().map(_ -> new CompletableFuture<T>()).toList();
      AtomicInteger next = new AtomicInteger();
      for (int lane = 0; lane < limit; lane++) {
        beginNext(downloads, results, next);
      }
      return Futures.inOrder(results);
    }

    private static <T> void beginNext(
        List<Supplier<CompletableFuture<T>>> downloads,
        List<CompletableFuture<T>> results,
        AtomicInteger next) {
      int i = next.getAndIncrement();
      if (i < downloads.size()) {
        Futures.begin(downloads.get(i))
            .whenComplete((value, why) -> {
              beginNext(downloads, results, next);
              Futures.pass(value, why, results.get(i));
            });
      }
    }
  }

  /** Calls a method on what the supplier has returned, whatever that is. */
  @WrongAnswer("returned null instead of a future")
  public static class DoesNotExpectNull extends AtMost {

    @Override
    public <T> CompletableFuture<List<T>> all(
        List<Supplier<CompletableFuture<T>>> downloads, int limit) {
      return new BoundedRun<>(Futures.checked(downloads, limit), limit) {
        @Override
        CompletableFuture<T> begin(Supplier<CompletableFuture<T>> download) {
          try {
            return download.get();
          } catch (Throwable neverBegan) {
            return CompletableFuture.failedFuture(neverBegan);
          }
        }
      }.start();
    }
  }

  /** Looks at the list again and again, long after the call has returned. */
  @WrongAnswer("The list belongs to the caller")
  public static class KeepsTheCallersList extends AtMost {

    @Override
    public <T> CompletableFuture<List<T>> all(
        List<Supplier<CompletableFuture<T>>> downloads, int limit) {
      Futures.checked(downloads, limit);
      return new BoundedRun<>(downloads, limit).start();
    }
  }
}
