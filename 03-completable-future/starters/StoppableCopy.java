package workshop.completable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/**
 * "Forget the potatoes!", you call. You will not wait for them any longer; the assistant, who has
 * not heard you, goes on carrying sacks.
 *
 * <p>A deadline that only tells the caller bounds the waiting, not the work. Here it ends both:
 * once the future is done, whoever completed it, no further read or write begins, and the files are
 * closed.
 *
 * <p>Read first: docs/03-completable-future.md
 */
public class StoppableCopy {

  /**
   * Copies {@code from} to {@code to}, chunk by chunk, on one thread of {@code executor}. The
   * future brings the number of bytes when both files are closed.
   *
   * <p>It fails with a {@link java.util.concurrent.TimeoutException} as soon as {@code deadline} is
   * over, wherever the work stands, and may be cancelled at any moment. Either way the work stops
   * before its next read or write; if it has not begun yet, it never opens a file. What has been
   * copied until then stays.
   *
   * @param to made if it is absent, emptied if it is there
   */
  public CompletableFuture<Long> copy(
      Path from, Path to, Duration deadline, ExecutorService executor) {
    // TODO(03-4): copy in chunks; between two of them ask whether anybody still wants the result.
    throw new UnsupportedOperationException("TODO(03-4): a copy that stops");
  }
}
