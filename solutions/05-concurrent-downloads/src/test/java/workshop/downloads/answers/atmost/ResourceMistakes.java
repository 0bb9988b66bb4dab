package workshop.downloads.answers.atmost;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import workshop.downloads.AtMost;
import workshop.downloads.answers.Futures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link AtMost} that leave something open or running, or use too much. */
@Mistakes(AnswerKind.RESOURCE)
final class ResourceMistakes {

  private ResourceMistakes() {}

  /** Checks every five milliseconds, on a thread, whether a download has ended. */
  @WrongAnswer("in Thread.sleep at ResourceMistakes.java:")
  public static class PollsForAPermit extends AtMost {

    @Override
    public <T> CompletableFuture<List<T>> all(
        List<Supplier<CompletableFuture<T>>> downloads, int limit) {
      Semaphore places = new Semaphore(limit);
      List<CompletableFuture<T>> results =
          Stream.generate(() -> new CompletableFuture<T>()).limit(downloads.size()).toList();
      Thread.ofPlatform().daemon().start(() -> begin(downloads, places, results));
      return Futures.inOrder(results);
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
        Futures.begin(downloads.get(i))
            .whenComplete((value, why) -> {
              places.release();
              Futures.pass(value, why, result);
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

  /** Begins all downloads at once. */
  @WrongAnswer("were in flight together")
  public static class IgnoresTheLimit extends AtMost {

    @Override
    public <T> CompletableFuture<List<T>> all(
        List<Supplier<CompletableFuture<T>>> downloads, int limit) {
      return Futures.inOrder(downloads.stream().map(Supplier::get).toList());
    }
  }

  /** Allows one download too many. */
  @WrongAnswer("3 were in flight together")
  public static class IsOffByOne extends AtMost {

    @Override
    public <T> CompletableFuture<List<T>> all(
        List<Supplier<CompletableFuture<T>>> downloads, int limit) {
      return super.all(downloads, limit + 1);
    }
  }

  /** Releases the permit only after a success. After as many failures as permits, nothing runs. */
  @WrongAnswer("The failed download did not give its permit back")
  public static class LosesAPermitPerFailure extends AtMost {

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
                  Futures.begin(downloads.get(i))
                      .thenApply(value -> {
                        places.release();
                        return value;
                      })
                      .whenComplete((v, why) -> Futures.pass(v, why, result));
                }
              });
      starter.start();
      return Futures.inOrder(results);
    }
  }

  /** Releases one permit in whenComplete and another one in exceptionally. */
  @WrongAnswer("Each failure gave back two permits")
  public static class ReleasesTwiceAfterAFailure extends AtMost {

    @Override
    public <T> CompletableFuture<List<T>> all(
        List<Supplier<CompletableFuture<T>>> downloads, int limit) {
      return new BoundedRun<>(Futures.checked(downloads, limit), limit) {
        @Override
        void ended(T value, Throwable why, CompletableFuture<T> result) {
          if (why != null) {
            permits.release();
          }
          super.ended(value, why, result);
        }
      }.start();
    }
  }

  /** Asks five times a second, on a virtual thread, whether a download has ended. */
  @WrongAnswer("a virtual thread wakes up again and again")
  public static class AsksForAPermitNowAndThen extends AtMost {

    @Override
    public <T> CompletableFuture<List<T>> all(
        List<Supplier<CompletableFuture<T>>> downloads, int limit) {
      return new BoundedRun<>(Futures.checked(downloads, limit), limit) {
        @Override
        void acquire() throws InterruptedException {
          while (!permits.tryAcquire()) {
            Thread.sleep(200);
          }
        }
      }.start();
    }
  }

  /** Checks without a pause, on a virtual thread, whether a download has ended. */
  @WrongAnswer("That is busy waiting")
  public static class SpinsForAPermit extends AtMost {

    @Override
    public <T> CompletableFuture<List<T>> all(
        List<Supplier<CompletableFuture<T>>> downloads, int limit) {
      Semaphore places = new Semaphore(limit);
      List<CompletableFuture<T>> results =
          Stream.generate(() -> new CompletableFuture<T>()).limit(downloads.size()).toList();
      Thread.startVirtualThread(() -> begin(downloads, places, results));
      return Futures.inOrder(results);
    }

    private static <T> void begin(
        List<Supplier<CompletableFuture<T>>> downloads,
        Semaphore places,
        List<CompletableFuture<T>> results) {
      for (int i = 0; i < downloads.size(); i++) {
        CompletableFuture<T> result = results.get(i);
        while (!places.tryAcquire()) {
          Thread.onSpinWait();
        }
        Futures.begin(downloads.get(i))
            .whenComplete((value, why) -> {
              places.release();
              Futures.pass(value, why, result);
            });
      }
    }
  }

  /** Uses a pool of four threads, each of which sends one request after another without waiting. */
  @WrongAnswer("were in flight together")
  public static class BoundsTheThreads extends AtMost {

    @Override
    public <T> CompletableFuture<List<T>> all(
        List<Supplier<CompletableFuture<T>>> downloads, int limit) {
      ExecutorService pool = Executors.newFixedThreadPool(limit);
      List<CompletableFuture<T>> results =
          downloads.stream()
              .map(download ->
                  CompletableFuture.supplyAsync(download, pool).thenCompose(Function.identity()))
              .toList();
      return Futures.inOrder(results).whenComplete((_, _) -> pool.shutdown());
    }
  }
}
