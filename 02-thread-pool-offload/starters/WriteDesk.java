package workshop.offload;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Closing time: two assistants still carry orders to the storeroom, and more orders wait.
 *
 * <p>Accepted orders are written. An order that cannot be written in time is canceled and reported,
 * so that no caller believes that it is on the disk. Accepting never blocks. Closing waits, but not
 * longer than its caller allows.
 *
 * <p>Read first: docs/02-thread-pool-offload.md
 */
public class WriteDesk {

  private final ExecutorService writers =
      Executors.newFixedThreadPool(
          2, Thread.ofPlatform().daemon(false).name("writer-", 1).factory());

  /**
   * Has one of the two writers write {@code content} to {@code file}, with {@link Storeroom#write}.
   * Returns at once; the caller may then change its array.
   *
   * @throws java.util.concurrent.RejectedExecutionException once {@code close} has been called
   */
  public void accept(Path file, byte[] content) {
    // TODO(02-7): let a writer write it, and keep an object that tells you how the write ended.
    throw new UnsupportedOperationException("TODO(02-7): accept an order to write");
  }

  /**
   * Accepts no further orders, waits until all accepted ones are written, and ends the threads.
   * After {@code patience}, or when the caller is interrupted, it cancels all orders that are not
   * yet written; the interrupt flag stays set. A second call reports the same failures again.
   *
   * @param patience any duration; zero cancels at once
   * @throws IOException if an accepted order was not written, for whatever reason; its message, or
   *     that of a suppressed exception, names each such file
   */
  public void close(Duration patience) throws IOException {
    // TODO(02-7): drain, then stop; and name every file that was not written.
    throw new UnsupportedOperationException("TODO(02-7): close the desk");
  }
}
