package workshop.downloads;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * A hundred orders, and a supplier with four vans. A fifth order in the same minute is refused, or
 * worse, accepted: so four are on their way at a time, and when one has ended the next one leaves.
 *
 * <p>A bounded thread pool does not do it: a request that was sent needs no thread. The suite
 * counts the requests that are in flight.
 *
 * <p>Read first: docs/05-concurrent-downloads.md
 */
public class AtMost {

  /**
   * Runs all {@code downloads}, at no time more than {@code limit} of them, and returns at once.
   *
   * @param downloads each begins its download when it is asked, on whatever thread asks, and
   *     returns a future that is done when the download has ended; one that throws instead has
   *     failed
   * @return the results in the order of {@code downloads} when all have ended; fails if one has
   *     failed, but not before the others have been run too
   */
  public <T> CompletableFuture<List<T>> all(
      List<Supplier<CompletableFuture<T>>> downloads, int limit) {
    // TODO(05-3): begin the next one when a place is free, and free the place however it ended.
    throw new UnsupportedOperationException("TODO(05-3): at most so many in flight");
  }
}
