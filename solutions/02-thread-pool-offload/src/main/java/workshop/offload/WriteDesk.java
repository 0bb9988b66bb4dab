package workshop.offload;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

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

  private record Order(Path file, Future<?> writing) {}

  private final List<Order> accepted = new ArrayList<>(); // guarded by this until closing
  private final ExecutorService writers =
      Executors.newFixedThreadPool(
          2, Thread.ofPlatform().daemon(false).name("writer-", 1).factory());

  /**
   * Has one of the two writers write {@code content} to {@code file}, with {@link Storeroom#write}.
   * Returns at once; the caller may then change its array.
   *
   * @throws java.util.concurrent.RejectedExecutionException once {@code close} has been called
   */
  public synchronized void accept(Path file, byte[] content) {
    byte[] copy = content.clone(); // the caller may reuse its array before we have written it
    Future<?> writing =
        writers.submit(() -> {
          Storeroom.write(file, copy);
          return file;
        });
    accepted.add(new Order(file, writing)); // without the future, a failed write goes unnoticed
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
    synchronized (this) { // every order is either in the list, or was rejected
      writers.shutdown(); // drain: no new orders; the accepted ones continue
    }
    try {
      writers.awaitTermination(NANOSECONDS.convert(patience), NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // continue as if patience had run out
    }
    // Stop: no order leaves the queue anymore, and the writers are interrupted. If we canceled one
    // order after another, a free writer would begin an order that we cancel next.
    writers.shutdownNow();
    List<IOException> failures = new ArrayList<>();
    for (Order order : accepted) {
      order.writing.cancel(true); // no effect on what has ended
      switch (order.writing.state()) {
        case SUCCESS -> {}
        case FAILED -> failures.add(notWritten(order, order.writing.exceptionNow()));
        case CANCELLED, RUNNING -> failures.add(notWritten(order, new CancellationException()));
      }
    }
    if (!failures.isEmpty()) {
      IOException first = failures.removeFirst();
      failures.forEach(first::addSuppressed);
      throw first;
    }
  }

  private static IOException notWritten(Order order, Throwable why) {
    return new IOException("not written: " + order.file + ": " + why, why);
  }
}
