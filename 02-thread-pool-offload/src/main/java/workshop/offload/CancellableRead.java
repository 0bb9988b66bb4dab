package workshop.offload;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * A guest leaves before the food is ready, so the assistant in the storeroom has to be called back.
 *
 * <p>Canceling a read stops it before its next chunk and closes the file. Waiting for a read ends
 * with its bytes, or with an {@link IOException} that says which file failed and why.
 *
 * <p>Read first: docs/02-thread-pool-offload.md
 */
public class CancellableRead {

  /**
   * Returns at once; {@code pool} reads {@code file}, chunk by chunk. After {@code cancel(true)} on
   * the result, or {@code shutdownNow()} on the pool, no further chunk is read and the file is
   * closed. An interrupted read fails; it never returns a part of the file as its result.
   */
  public Future<byte[]> start(Path file, ExecutorService pool) {
    // TODO(02-3): have the pool read the file chunk by chunk, so that an interrupt stops it.
    throw new UnsupportedOperationException("TODO(02-3): start a read that can be canceled");
  }

  /**
   * Waits for {@code reading}, however long it takes, and returns its bytes.
   *
   * <p>If the waiting thread is interrupted, the read is canceled, the thread's interrupt flag is
   * set again, and an {@link IOException} says that the wait was interrupted.
   *
   * @throws IOException if the read failed; its message contains {@code file}, and it is the disk's
   *     own error or has that as its direct cause
   * @throws java.util.concurrent.CancellationException if other code canceled the read
   */
  public byte[] await(Future<byte[]> reading, Path file) throws IOException {
    // TODO(02-3): wait for the result; unwrap a failure; when interrupted, cancel and say so.
    throw new UnsupportedOperationException("TODO(02-3): wait for the result with care");
  }
}
