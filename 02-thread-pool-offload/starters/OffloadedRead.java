package workshop.offload;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * The chef needs something from the storeroom, and this time an assistant goes.
 *
 * <p>{@code read} only hands the order over. It returns at once, with a {@link Future}: the slip by
 * which the result is claimed later. The reading is done by the pool that is given, and by nobody
 * else. The suite holds the disk and looks whether the chef came back.
 *
 * <p>Read first: docs/02-thread-pool-offload.md
 */
public class OffloadedRead {

  /**
   * Returns at once; {@code pool} reads {@code file}.
   *
   * @return all bytes of the file; or, as the future's failure, whatever made the reading fail
   * @throws java.util.concurrent.RejectedExecutionException if {@code pool} takes no more orders
   */
  public Future<byte[]> read(Path file, ExecutorService pool) {
    // TODO(02-1): hand the reading of the file to the pool, and return its future.
    throw new UnsupportedOperationException("TODO(02-1): hand the reading over and return");
  }
}
