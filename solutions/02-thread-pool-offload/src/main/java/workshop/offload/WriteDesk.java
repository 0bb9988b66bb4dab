package workshop.offload;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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

  private record Order(Path file, Future<?> writing) {}

  private final List<Order> accepted = new ArrayList<>(); // guarded by this until closing
  private final ExecutorService assistants =
      Executors.newFixedThreadPool(2, Thread.ofPlatform().name("assistant-", 1).factory());

  /**
   * Has {@code content} written to {@code file} by an assistant, with {@link Storeroom#write}.
   * Returns at once.
   *
   * @throws java.util.concurrent.RejectedExecutionException after closing time
   */
  public synchronized void accept(Path file, byte[] content) {
    Future<Path> writing =
        assistants.submit(() -> {
          Storeroom.write(file, content);
          return file;
        });
    accepted.add(new Order(file, writing)); // who drops the future never learns of a failed write
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
    synchronized (this) { // an order is accepted with its future in the list, or not at all
      assistants.shutdown(); // drain: no new orders, the accepted ones go on
    }
    try {
      assistants.awaitTermination(patience.toNanos(), NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // somebody is in a hurry: go on as if out of patience
    }
    // Stop; no effect if all is drained. First what waits is taken back, then what runs
    // interrupted:
    // to cancel one by one would free an assistant for an order that is to be cancelled next.
    assistants.shutdownNow();
    List<IOException> failures = new ArrayList<>();
    for (Order order : accepted) {
      if (order.writing.cancel(true)) { // true only for what had not ended
        failures.add(new IOException("not written before closing time: " + order.file));
      } else if (order.writing.state() == Future.State.FAILED) {
        Throwable why = order.writing.exceptionNow();
        failures.add(new IOException("cannot write " + order.file + ": " + why, why));
      }
    }
    if (!failures.isEmpty()) {
      IOException first = failures.removeFirst();
      failures.forEach(first::addSuppressed);
      throw first;
    }
  }
}
