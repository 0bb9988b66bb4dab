package workshop.completable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;

/**
 * "Forget the potatoes!" calls the chef, and stops waiting for them. The assistant, who has not
 * heard it, keeps carrying sacks.
 *
 * <p>A deadline that only informs the caller limits the waiting, not the work. Here it ends both:
 * once the future is done, for whatever reason, no further read or write begins, and both files are
 * closed.
 *
 * <p>Read first: docs/03-completable-future.md
 */
public class StoppableCopy {

  /**
   * Copies {@code from} to {@code to}, chunk by chunk, on one thread of {@code executor}. The
   * future completes with the number of bytes, after both files are closed.
   *
   * <p>It fails with a {@link java.util.concurrent.TimeoutException} as soon as {@code deadline}
   * has passed, even if the disk does not answer, and it may be canceled at any time. Either way
   * the work stops before its next read or write. A copy that has not begun never opens a file.
   * What was copied up to then stays. Every other error fails the future as well.
   *
   * @param to created if absent, truncated if present
   */
  public CompletableFuture<Long> copy(
      Path from, Path to, Duration deadline, ExecutorService executor) {
    // TODO(03-4): copy on the executor; stop when the future is done; let the deadline complete it.
    throw new UnsupportedOperationException("TODO(03-4): copy, and stop when told to");
  }
}
