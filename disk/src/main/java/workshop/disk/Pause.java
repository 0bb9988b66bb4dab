package workshop.disk;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One wait of one operation. As with a file operation of the operating system, a close ends it, but
 * an interrupt does not; the interrupt flag stays set.
 */
final class Pause {

  /** Centuries, and short enough to be added to a time. */
  private static final long FOREVER = Long.MAX_VALUE / 2;

  private final CountDownLatch over = new CountDownLatch(1);

  /** Ends the wait, or prevents it. */
  void end() {
    over.countDown();
  }

  /** Waits until {@link #end()}. */
  void await() {
    awaitNanos(FOREVER);
  }

  /** Waits until {@link #end()} or until {@code time} has passed. */
  void await(Duration time) {
    awaitNanos(time.toNanos());
  }

  @SuppressWarnings("ResultOfMethodCallIgnored") // whichever comes first, the wait is over
  private void awaitNanos(long nanos) {
    long deadline = System.nanoTime() + nanos;
    boolean interrupted = false;
    boolean waiting = true;
    while (waiting) {
      try {
        over.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        waiting = false;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
