package workshop.downloads;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * A hundred orders, and a supplier with four vans: at most four orders are on the road at a time,
 * and whenever one has arrived, the next one leaves.
 *
 * <p>A bounded thread pool does not help, because a request in flight occupies no thread. The suite
 * counts requests in flight.
 *
 * <p>Read first: docs/05-concurrent-downloads.md
 */
public class AtMost {

  /**
   * Runs all {@code downloads}, never more than {@code limit} of them at a time, and returns at
   * once.
   *
   * @param downloads each one begins a download when any thread calls it, and returns a future that
   *     is done when the download has ended; if it throws or returns null, that download has failed
   * @return the results in the order of {@code downloads}, when all have ended; fails if one of
   *     them has failed, but only after all have ended
   * @throws IllegalArgumentException if {@code limit} is less than 1
   */
  public <T> CompletableFuture<List<T>> all(
      List<Supplier<CompletableFuture<T>>> downloads, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("the limit must be at least 1: " + limit);
    }
    List<Supplier<CompletableFuture<T>>> queue = List.copyOf(downloads);
    List<CompletableFuture<T>> results =
        queue.stream().map(_ -> new CompletableFuture<T>()).toList();
    Semaphore permits = new Semaphore(limit);
    // One virtual thread waits for permits, so that the caller does not have to.
    Thread.startVirtualThread(() -> {
      for (int i = 0; i < queue.size(); i++) {
        CompletableFuture<T> result = results.get(i);
        permits.acquireUninterruptibly();
        begin(queue.get(i))
            .whenComplete((value, failure) -> {
              permits.release(); // however it ended, and before anyone sees the result
              if (failure == null) {
                result.complete(value);
              } else {
                result.completeExceptionally(failure);
              }
            });
      }
    });
    return CompletableFuture.allOf(results.toArray(CompletableFuture<?>[]::new))
        .thenApply(_ -> results.stream().map(CompletableFuture::join).toList());
  }

  private static <T> CompletableFuture<T> begin(Supplier<CompletableFuture<T>> download) {
    try {
      return requireNonNull(download.get(), "the download returned null instead of a future");
    } catch (Throwable neverBegan) { // an Error, too: otherwise the loop would end here
      return CompletableFuture.failedFuture(neverBegan);
    }
  }
}
