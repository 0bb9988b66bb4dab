package workshop.downloads;

import java.util.List;
import java.util.concurrent.CompletableFuture;
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
    // TODO(05-3): begin the next one when a permit is free; release it however a download ends.
    throw new UnsupportedOperationException("TODO(05-3): at most this many in flight");
  }
}
