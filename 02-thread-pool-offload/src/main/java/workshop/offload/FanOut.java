package workshop.offload;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;

/**
 * Ten orders and several assistants: send all of them first, and wait afterwards.
 *
 * <p>Code that submits one task, waits for it, and then submits the next uses one thread of the
 * pool, however many there are. The suite holds the disk and counts how many reads wait there at
 * the same time. If a file cannot be read, its result is a {@link Failed}, and the other results
 * are not lost.
 *
 * <p>Read first: docs/02-thread-pool-offload.md
 */
public class FanOut {

  /** The outcome for one file. */
  public sealed interface Result {
    Path file();
  }

  /** The file was read. */
  public record Read(Path file, String text) implements Result {}

  /** The file was not read; {@code why} is what the read threw, without a wrapper. */
  public record Failed(Path file, Throwable why) implements Result {}

  /**
   * Returns one result per element of {@code files}, in the same order. The files are UTF-8. {@code
   * pool} reads them, as many at once as it has threads. Blocks the caller until all reads have
   * ended.
   *
   * @throws InterruptedException if the caller is interrupted; the remaining reads are canceled
   * @throws java.util.concurrent.RejectedExecutionException if {@code pool} rejects a task; the
   *     reads that it had accepted are canceled
   */
  public List<Result> readAll(List<Path> files, ExecutorService pool) throws InterruptedException {
    // TODO(02-4): hand over all reads, then collect their results in order.
    throw new UnsupportedOperationException("TODO(02-4): read all files at once");
  }
}
