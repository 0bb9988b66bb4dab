package workshop.downloads.answers.atmost;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import workshop.downloads.AtMost;
import workshop.downloads.answers.Futures;
import workshop.testkit.exercise.RightAnswer;

/** Right answers to {@link AtMost}, each built in a different way. */
final class RightAnswers {

  private RightAnswers() {}

  /**
   * Uses a subscriber that requests as many downloads as the limit, and one more whenever one ends.
   */
  @RightAnswer
  public static class RequestsOneMoreAtEachEnd extends AtMost {

    @Override
    public <T> CompletableFuture<List<T>> all(
        List<Supplier<CompletableFuture<T>>> downloads, int limit) {
      List<Supplier<CompletableFuture<T>>> all = Futures.checked(downloads, limit);
      List<CompletableFuture<T>> results =
          Stream.generate(() -> new CompletableFuture<T>()).limit(downloads.size()).toList();
      Thread.startVirtualThread(() -> {
        try (SubmissionPublisher<Integer> orders =
            new SubmissionPublisher<>(Thread::startVirtualThread, limit)) {
          orders.subscribe(new Van<>(all, results, limit));
          IntStream.range(0, all.size()).forEach(orders::submit);
        }
      });
      return Futures.inOrder(results);
    }

    private static final class Van<T> implements Flow.Subscriber<Integer> {

      private final List<Supplier<CompletableFuture<T>>> downloads;
      private final List<CompletableFuture<T>> results;
      private final int limit;
      private Flow.Subscription orders;

      Van(
          List<Supplier<CompletableFuture<T>>> downloads,
          List<CompletableFuture<T>> results,
          int limit) {
        this.downloads = downloads;
        this.results = results;
        this.limit = limit;
      }

      @Override
      public void onSubscribe(Flow.Subscription subscription) {
        orders = subscription;
        orders.request(limit);
      }

      @Override
      public void onNext(Integer i) {
        Futures.begin(downloads.get(i))
            .whenComplete((value, why) -> {
              orders.request(1);
              Futures.pass(value, why, results.get(i));
            });
      }

      @Override
      public void onError(Throwable why) {
        results.forEach(each -> each.completeExceptionally(why));
      }

      @Override
      public void onComplete() {}
    }
  }

  /** Starts a virtual thread for each download, which waits for a permit, and then for the end. */
  @RightAnswer
  public static class UsesAVirtualThreadPerDownload extends AtMost {

    @Override
    public <T> CompletableFuture<List<T>> all(
        List<Supplier<CompletableFuture<T>>> downloads, int limit) {
      List<Supplier<CompletableFuture<T>>> all = Futures.checked(downloads, limit);
      Semaphore places = new Semaphore(limit, true);
      List<CompletableFuture<T>> results = new ArrayList<>();
      for (Supplier<CompletableFuture<T>> download : all) {
        CompletableFuture<T> result = new CompletableFuture<>();
        results.add(result);
        Thread.startVirtualThread(() -> run(places, download, result));
      }
      return Futures.inOrder(results);
    }

    private static <T> void run(
        Semaphore places, Supplier<CompletableFuture<T>> download, CompletableFuture<T> result) {
      places.acquireUninterruptibly();
      try {
        result.complete(Futures.begin(download).join());
      } catch (CompletionException e) {
        result.completeExceptionally(e.getCause());
      } catch (RuntimeException e) {
        result.completeExceptionally(e);
      } finally {
        places.release();
      }
    }
  }

  /** Starts one thread for each permit, which takes downloads from the list and waits for each. */
  @RightAnswer
  public static class UsesAThreadPerPermit extends AtMost {

    @Override
    public <T> CompletableFuture<List<T>> all(
        List<Supplier<CompletableFuture<T>>> downloads, int limit) {
      ExecutorService vans = Executors.newFixedThreadPool(limit, Thread.ofVirtual().factory());
      List<CompletableFuture<T>> results =
          Futures.checked(downloads, limit).stream()
              .map(download ->
                  CompletableFuture.supplyAsync(() -> Futures.begin(download).join(), vans))
              .toList();
      vans.shutdown(); // submitted tasks still run
      return Futures.inOrder(results);
    }
  }

  /**
   * Builds one chain of futures for each permit, which takes the next download when its previous
   * one has ended.
   */
  @RightAnswer
  public static class ChainsDownloadsPerPermit extends AtMost {

    @Override
    public <T> CompletableFuture<List<T>> all(
        List<Supplier<CompletableFuture<T>>> downloads, int limit) {
      List<Supplier<CompletableFuture<T>>> all = Futures.checked(downloads, limit);
      List<CompletableFuture<T>> results =
          Stream.generate(() -> new CompletableFuture<T>()).limit(downloads.size()).toList();
      AtomicInteger next = new AtomicInteger();
      for (int van = 0; van < limit; van++) {
        drive(all, results, next);
      }
      return Futures.inOrder(results);
    }

    private static <T> void drive(
        List<Supplier<CompletableFuture<T>>> downloads,
        List<CompletableFuture<T>> results,
        AtomicInteger next) {
      int mine = next.getAndIncrement();
      if (mine < downloads.size()) {
        Futures.begin(downloads.get(mine))
            .whenCompleteAsync( // async, so a thousand that end at once need no deep stack
                (value, why) -> {
                  Futures.pass(value, why, results.get(mine));
                  drive(downloads, results, next);
                });
      }
    }
  }
}
