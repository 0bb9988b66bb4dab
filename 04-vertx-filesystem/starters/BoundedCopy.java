package workshop.vertx;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;

/**
 * A delivery that is larger than the kitchen: some of it has to go out before more comes in.
 *
 * <p>Copy a file as a stream, from one {@code AsyncFile} to another. When the target is slow, the
 * source has to pause: at any time, at most {@code mark} bytes have been read but not yet written.
 * The suite holds every write and checks how far you read ahead.
 *
 * <p>Read first: docs/04-vertx-filesystem.md
 */
public class BoundedCopy {

  /**
   * Copies the content of {@code from} to {@code to}. Called on an event loop.
   *
   * @param to created if it is missing, emptied if it exists
   * @param mark how many bytes may be in memory at once, 16 KiB or more
   * @return at once; completes when everything is copied, or fails if a step fails or both are the
   *     same file; both files are closed by then
   */
  public Future<Void> copy(Vertx vertx, Path from, Path to, int mark) {
    // TODO(04-4): refuse to copy a file onto itself. Then open both, limit both buffers, pipe.
    throw new UnsupportedOperationException("TODO(04-4): copy with back-pressure");
  }
}
