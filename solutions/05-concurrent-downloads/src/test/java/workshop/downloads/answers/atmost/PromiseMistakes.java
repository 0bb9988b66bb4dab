package workshop.downloads.answers.atmost;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import workshop.downloads.AtMost;
import workshop.downloads.answers.Futures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link AtMost} that do not do what the page asks. */
@Mistakes(AnswerKind.PROMISE)
final class PromiseMistakes {

  private PromiseMistakes() {}

  /** Catches only exceptions, so an Error ends the loop and with it the whole run. */
  @WrongAnswer("One of two downloads threw an Error when it was started")
  public static class CatchesNoErrors extends AtMost {

    @Override
    public <T> CompletableFuture<List<T>> all(
        List<Supplier<CompletableFuture<T>>> downloads, int limit) {
      return new BoundedRun<>(Futures.checked(downloads, limit), limit) {
        @Override
        CompletableFuture<T> begin(Supplier<CompletableFuture<T>> download) {
          try {
            return download.get();
          } catch (RuntimeException neverBegan) {
            return CompletableFuture.failedFuture(neverBegan);
          }
        }
      }.start();
    }
  }

  /** Gives each permit a list of its own, so a slow download holds up the downloads behind it. */
  @WrongAnswer("you split the list in advance")
  public static class SplitsTheListUpFront extends AtMost {

    @Override
    public <T> CompletableFuture<List<T>> all(
        List<Supplier<CompletableFuture<T>>> downloads, int limit) {
      List<Supplier<CompletableFuture<T>>> all = Futures.checked(downloads, limit);
      List<CompletableFuture<T>> results =
          all.stream().map(_ -> new CompletableFuture<T>()).toList();
      for (int place = 0; place < limit; place++) {
        int first = place;
        Thread.startVirtualThread(() -> {
          for (int i = first; i < all.size(); i += limit) {
            CompletableFuture<T> result = results.get(i);
            try {
              result.complete(Futures.begin(all.get(i)).join());
            } catch (CompletionException failed) {
              result.completeExceptionally(failed.getCause());
            }
          }
        });
      }
      return Futures.inOrder(results);
    }
  }

  /** Lets a supplier that throws end the thread that begins the downloads. */
  @WrongAnswer("One of two downloads threw an exception when it was started")
  public static class LetsASupplierThrow extends AtMost {

    @Override
    public <T> CompletableFuture<List<T>> all(
        List<Supplier<CompletableFuture<T>>> downloads, int limit) {
      Semaphore places = new Semaphore(limit);
      List<CompletableFuture<T>> results =
          Stream.generate(() -> new CompletableFuture<T>()).limit(downloads.size()).toList();
      Thread starter =
          Thread.ofVirtual()
              .uncaughtExceptionHandler((_, _) -> {}) // as silent as in a pool
              .unstarted(() -> {
                for (int i = 0; i < downloads.size(); i++) {
                  CompletableFuture<T> result = results.get(i);
                  places.acquireUninterruptibly();
                  downloads
                      .get(i)
                      .get()
                      .whenComplete((v, why) -> {
                        places.release();
                        Futures.pass(v, why, result);
                      });
                }
              });
      starter.start();
      return Futures.inOrder(results);
    }
  }

  /** Begins no further download after a failure. */
  @WrongAnswer("the downloads after it never began")
  public static class StopsAtTheFirstFailure extends AtMost {

    @Override
    public <T> CompletableFuture<List<T>> all(
        List<Supplier<CompletableFuture<T>>> downloads, int limit) {
      AtomicReference<Throwable> failure = new AtomicReference<>();
      return super.all(
          downloads.stream()
              .<Supplier<CompletableFuture<T>>>map(
                  download -> () -> unlessFailed(download, failure))
              .toList(),
          limit);
    }

    private static <T> CompletableFuture<T> unlessFailed(
        Supplier<CompletableFuture<T>> download, AtomicReference<Throwable> failure) {
      Throwable earlier = failure.get();
      return earlier != null
          ? CompletableFuture.failedFuture(earlier)
          : Futures.begin(download)
              .whenComplete((_, why) -> {
                if (why != null) {
                  failure.compareAndSet(null, why);
                }
              });
    }
  }

  /** Begins four, waits for all of them, and begins four more. */
  @WrongAnswer("do not work in batches")
  public static class WorksInBatches extends AtMost {

    @Override
    public <T> CompletableFuture<List<T>> all(
        List<Supplier<CompletableFuture<T>>> downloads, int limit) {
      List<CompletableFuture<T>> results = new ArrayList<>();
      return batch(downloads, limit, results).thenCompose(_ -> Futures.inOrder(results));
    }

    private static <T> CompletableFuture<?> batch(
        List<Supplier<CompletableFuture<T>>> rest, int limit, List<CompletableFuture<T>> results) {
      int size = Math.min(limit, rest.size());
      if (size == 0) {
        return CompletableFuture.completedFuture(null);
      }
      List<CompletableFuture<T>> begun = rest.subList(0, size).stream().map(Supplier::get).toList();
      results.addAll(begun);
      return Futures.inOrder(begun)
          .handle((_, _) -> batch(rest.subList(size, rest.size()), limit, results))
          .thenCompose(next -> next);
    }
  }
}
