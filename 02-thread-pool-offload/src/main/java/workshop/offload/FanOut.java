package workshop.offload;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;

/**
 * Ten guests, ten orders, and several assistants: send them all, then wait. Who sends one, waits
 * for it, and then sends the next has a crowd of assistants and the speed of one.
 *
 * <p>A file that cannot be read is one failed result among the others. The suite holds the disk and
 * counts how many reads stand before it together.
 *
 * <p>Read first: docs/02-thread-pool-offload.md
 */
public class FanOut {

  /** What became of one file. */
  public sealed interface Result {
    Path file();
  }

  /** It was read. */
  public record Read(Path file, String text) implements Result {}

  /** It was not; {@code why} is the disk's own error, without a wrapper. */
  public record Failed(Path file, Throwable why) implements Result {}

  /**
   * Returns one result per file, in the order of {@code files}, when all are there. The reads run
   * on {@code pool}, as many at once as it has threads. Blocks the caller until the last has ended.
   *
   * @throws InterruptedException if the caller is interrupted; what was not read yet is cancelled
   */
  public List<Result> readAll(List<Path> files, ExecutorService pool) throws InterruptedException {
    // TODO(02-4): hand over all reads, then collect their results in order.
    throw new UnsupportedOperationException("TODO(02-4): read all files at once");
  }
}
