package workshop.downloads;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The whole order book: a hundred deliveries, four vans on the road, late ones asked for again,
 * damaged ones sent back, and in the evening a list on which each delivery stands exactly once.
 *
 * <p>Built from your {@link AtMost}, {@link Retrying} and {@link AllOrNothing}. {@link Fetch} makes
 * a program of it.
 *
 * <p>Read first: docs/05-concurrent-downloads.md
 */
public class Downloader {

  /**
   * Begins the deliveries and returns at once. One that fails does not disturb the others.
   *
   * @param stop when it completes, downloads in flight are cancelled and no other one is begun
   * @param listener told of the progress each time a delivery has come to an end: by one thread at
   *     a time, and each time of one more
   * @return never fails; complete when the last delivery has come to an end and nothing is left to
   *     be cleaned up
   * @throws IllegalArgumentException if two deliveries have the same target; then none was begun
   */
  public CompletableFuture<Summary> run(
      List<Delivery> deliveries,
      Kitchen kitchen,
      CompletableFuture<?> stop,
      Consumer<Progress> listener) {
    // TODO(05-7): refuse shared targets, begin, report each end, account for every one.
    throw new UnsupportedOperationException("TODO(05-7): see to all deliveries");
  }
}
