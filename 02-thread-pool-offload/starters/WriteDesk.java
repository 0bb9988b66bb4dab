package workshop.offload;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Closing time. Two assistants still carry orders to the storeroom, more orders wait, and somebody
 * wants to go home. What was accepted gets written; what cannot be written any more is named, so
 * that nobody believes in it; and the last one out switches off the light.
 *
 * <p>Accepting never blocks. Closing waits, but not longer than it was told to.
 *
 * <p>Read first: docs/02-thread-pool-offload.md
 */
public class WriteDesk {

  private final ExecutorService assistants =
      Executors.newFixedThreadPool(2, Thread.ofPlatform().name("assistant-", 1).factory());

  /**
   * Has {@code content} written to {@code file} by an assistant, with {@link Storeroom#write}.
   * Returns at once.
   *
   * @throws java.util.concurrent.RejectedExecutionException after closing time
   */
  public void accept(Path file, byte[] content) {
    // TODO(02-7): have an assistant write it, and keep what tells you later how that went.
    throw new UnsupportedOperationException("TODO(02-7): accept an order to write");
  }

  /**
   * Accepts nothing more, waits until all accepted is written, and ends the threads. After {@code
   * patience}, or when the caller is interrupted, what is left is cancelled instead; an interrupt
   * stays set.
   *
   * @throws IOException if anything accepted was not written, for whatever reason; itself or a
   *     suppressed exception names each such file
   */
  public void close(Duration patience) throws IOException {
    // TODO(02-7): drain, then stop; and name every file that was not written.
    throw new UnsupportedOperationException("TODO(02-7): close the desk");
  }
}
