package workshop.offload;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * A guest leaves before the food is there. Somebody has to tell the assistant, the storeroom's door
 * must not stay open, and if something went wrong in there, it has to be heard out here.
 *
 * <p>Cancelling a reading stops it before its next read and closes the file. Waiting for one ends
 * with its bytes, or with an {@link IOException} that says which file and keeps the disk's error.
 *
 * <p>Read first: docs/02-thread-pool-offload.md
 */
public class CancellableRead {

  /**
   * Returns at once; {@code pool} reads {@code file}, chunk by chunk. After {@code cancel(true)} on
   * the result no more chunks are read, and the file is closed.
   */
  public Future<byte[]> start(Path file, ExecutorService pool) {
    // TODO(02-3): have the pool read the file chunk by chunk, so that an interrupt stops it.
    throw new UnsupportedOperationException("TODO(02-3): start a reading that can be cancelled");
  }

  /**
   * Waits for {@code reading} and returns what it brought.
   *
   * <p>If the waiting thread is interrupted, the reading is cancelled, the thread's interrupt flag
   * is set again, and an {@link IOException} says so.
   *
   * @throws IOException if the reading failed; it names {@code file}, and the error of the disk is
   *     itself or its direct cause
   */
  public byte[] await(Future<byte[]> reading, Path file) throws IOException {
    // TODO(02-3): wait for the result; unwrap a failure; when interrupted, cancel and say so.
    throw new UnsupportedOperationException("TODO(02-3): wait for the result with care");
  }
}
