package workshop.offload;

import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.spi.AbstractInterruptibleChannel;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import workshop.testkit.thread.Quiescence;

/**
 * Makes the interrupt of one waiting thread take time: the thread that interrupts it waits until
 * something has happened, or until the program is quiet.
 *
 * <p>An interrupt closes the channel in which a thread waits, and the interrupting thread does that
 * itself.
 */
final class SlowInterrupt implements AutoCloseable {

  private final CountDownLatch awaited = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);
  private final Waiting channel;

  /** The interrupting thread waits until {@code happened}. */
  SlowInterrupt(BooleanSupplier happened) {
    channel = new Waiting(happened);
  }

  /** Waits until the current thread has been interrupted, and the interrupting thread goes on. */
  void await() {
    channel.await();
  }

  /** Returns whether a thread is in {@link #await}, or was there. */
  boolean isAwaited() {
    return awaited.getCount() == 0;
  }

  @Override
  public void close() {
    over.countDown();
  }

  private final class Waiting extends AbstractInterruptibleChannel {

    private final BooleanSupplier happened;

    Waiting(BooleanSupplier happened) {
      this.happened = happened;
    }

    void await() {
      begin();
      awaited.countDown();
      boolean interrupted = false;
      while (over.getCount() > 0) {
        try {
          over.await();
        } catch (InterruptedException e) {
          interrupted = true; // the interrupting thread is still in implCloseChannel()
        }
      }
      try {
        end(true);
      } catch (AsynchronousCloseException closed) {
        // The flag, not this exception, tells the code under test about the interrupt.
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    protected void implCloseChannel() {
      Quiescence.reachedWithout(happened);
      over.countDown();
    }
  }
}
