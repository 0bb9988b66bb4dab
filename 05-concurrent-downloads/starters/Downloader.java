package workshop.downloads;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The whole order book: a hundred orders, four vans on the road, late deliveries ordered again,
 * damaged ones sent back, and in the evening a list that names each order exactly once.
 *
 * <p>Use your {@link AtMost}, {@link Retrying} and {@link AllOrNothing}; {@link Checksum#verify} is
 * given. {@link Fetch} turns it into a program.
 *
 * <p>Read first: docs/05-concurrent-downloads.md
 */
public class Downloader {

  /**
   * Begins the downloads and returns at once. Each file is written, and then read back on {@link
   * DownloadContext#worker}; it counts as saved if both have succeeded. A download that fails does
   * not disturb the others.
   *
   * @param stop when it completes, downloads in flight are canceled and no other one begins
   * @param listener is called each time a download has ended, by one thread at a time and with a
   *     count that goes up by one each time; if it throws, the run continues
   * @return never fails; completes when the last download has ended and cleaned up
   * @throws IllegalArgumentException if two downloads have the same target; in that case, no
   *     request was sent
   */
  public CompletableFuture<Summary> run(
      List<Download> downloads,
      DownloadContext context,
      CompletableFuture<?> stop,
      Consumer<Progress> listener) {
    // TODO(05-7): reject shared targets, begin, read back, call the listener, sum up.
    throw new UnsupportedOperationException("TODO(05-7): run all downloads");
  }
}
