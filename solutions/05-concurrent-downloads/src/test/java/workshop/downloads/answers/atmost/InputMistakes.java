package workshop.downloads.answers.atmost;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import workshop.downloads.AtMost;
import workshop.downloads.answers.Futures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link AtMost} that cannot handle a certain input. */
@Mistakes(AnswerKind.INPUT)
final class InputMistakes {

  private InputMistakes() {}

  /** Accepts a limit of zero, as a semaphore does, and then no download ever begins. */
  @WrongAnswer("The limit was 0, but the call was accepted")
  public static class AcceptsALimitOfZero extends AtMost {

    @Override
    public <T> CompletableFuture<List<T>> all(
        List<Supplier<CompletableFuture<T>>> downloads, int limit) {
      return new BoundedRun<>(List.copyOf(downloads), limit).start();
    }
  }

  /** Waits for the last download of a list that has none. */
  @WrongAnswer("The list was empty, and the result never completed")
  public static class WaitsForTheLastOfNone extends AtMost {

    @Override
    public <T> CompletableFuture<List<T>> all(
        List<Supplier<CompletableFuture<T>>> downloads, int limit) {
      return downloads.isEmpty() ? new CompletableFuture<>() : super.all(downloads, limit);
    }
  }

  /** Begins the next download in each callback. The calls nest if the downloads end at once. */
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

  /** Calls a method on what the supplier returns, even if that is null. */
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

  /** Reads the caller's list long after the call has returned. */
  @WrongAnswer("The list belongs to the caller")
  public static class KeepsTheCallersList extends AtMost {

    @Override
    public <T> CompletableFuture<List<T>> all(
        List<Supplier<CompletableFuture<T>>> downloads, int limit) {
      Futures.checked(downloads, limit);
      return new BoundedRun<>(downloads, limit).start();
    }
  }

  /** Copies the caller's list on another thread, after the call may have returned. */
  @WrongAnswer("The caller emptied its list after the call. The result is []")
  public static class CopiesTheListTooLate extends AtMost {

    @Override
    public <T> CompletableFuture<List<T>> all(
        List<Supplier<CompletableFuture<T>>> downloads, int limit) {
      CompletableFuture<List<T>> all = new CompletableFuture<>();
      Thread.startVirtualThread(() ->
          super.all(downloads, limit)
              .whenComplete((values, why) -> Futures.pass(values, why, all)));
      return all;
    }
  }

  /** Begins a short list at once, and does not catch what a supplier throws. */
  @WrongAnswer("One download could not begin, and all() threw")
  public static class BeginsAShortListUnguarded extends AtMost {

    @Override
    public <T> CompletableFuture<List<T>> all(
        List<Supplier<CompletableFuture<T>>> downloads, int limit) {
      return downloads.size() > limit
          ? super.all(downloads, limit)
          : Futures.inOrder(downloads.stream().map(Supplier::get).toList());
    }
  }

  /** Runs a supplier once, even if it is in the list several times. */
  @WrongAnswer("The list had the same supplier in all of its 10000 places")
  public static class RunsEqualSuppliersOnce extends AtMost {

    @Override
    public <T> CompletableFuture<List<T>> all(
        List<Supplier<CompletableFuture<T>>> downloads, int limit) {
      return super.all(downloads.stream().distinct().toList(), limit);
    }
  }

  /** Remembers what each supplier has returned, and does not call an equal one again. */
  @WrongAnswer("but the result has the values of only one call")
  public static class RemembersResultsBySupplier extends AtMost {

    @Override
    public <T> CompletableFuture<List<T>> all(
        List<Supplier<CompletableFuture<T>>> downloads, int limit) {
      Map<Supplier<CompletableFuture<T>>, CompletableFuture<T>> begun = new ConcurrentHashMap<>();
      return super.all(
          downloads.stream()
              .<Supplier<CompletableFuture<T>>>map(
                  download -> () -> begun.computeIfAbsent(download, Supplier::get))
              .toList(),
          limit);
    }
  }

  /** Rejects zero, but accepts every other number. */
  @WrongAnswer("The limit was -1, but the call was accepted")
  public static class AcceptsANegativeLimit extends AtMost {

    @Override
    public <T> CompletableFuture<List<T>> all(
        List<Supplier<CompletableFuture<T>>> downloads, int limit) {
      if (limit == 0) {
        throw new IllegalArgumentException("the limit is 0");
      }
      return new BoundedRun<>(List.copyOf(downloads), limit).start();
    }
  }

  /** Collects the results in a list that holds no null. */
  @WrongAnswer("The second of two downloads completed with null")
  public static class RefusesNullResults extends AtMost {

    @Override
    public <T> CompletableFuture<List<T>> all(
        List<Supplier<CompletableFuture<T>>> downloads, int limit) {
      return super.all(downloads, limit).thenApply(List::copyOf);
    }
  }

  /** Stores the results in a map that holds no null, in a callback. */
  @WrongAnswer("completed with null. The result never completed")
  public static class LosesANullInACallback extends AtMost {

    @Override
    public <T> CompletableFuture<List<T>> all(
        List<Supplier<CompletableFuture<T>>> downloads, int limit) {
      Map<T, Boolean> results = new ConcurrentHashMap<>();
      return new BoundedRun<>(Futures.checked(downloads, limit), limit) {
        @Override
        void ended(T value, Throwable why, CompletableFuture<T> result) {
          permits.release();
          if (why == null) {
            results.put(value, true);
          }
          Futures.pass(value, why, result);
        }
      }.start();
    }
  }
}
