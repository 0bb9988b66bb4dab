package workshop.offload;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * The chef needs something from the storeroom, and this time an assistant goes.
 *
 * <p>{@code read} hands the work to the pool and returns at once, with a {@link Future} for the
 * result. Only the pool's threads touch the disk. The suite holds the disk and checks that the call
 * returns.
 *
 * <p>Read first: docs/02-thread-pool-offload.md
 */
public class OffloadedRead {

  /**
   * Returns at once; {@code pool} reads {@code file}.
   *
   * @return all bytes of the file; if the read fails, the future fails with what it threw
   * @throws java.util.concurrent.RejectedExecutionException if {@code pool} rejects the task
   */
  public Future<byte[]> read(Path file, ExecutorService pool) {
    // TODO(02-1): let the pool read the file, and return the future.
    throw new UnsupportedOperationException("TODO(02-1): hand the read over and return");
  }
}
