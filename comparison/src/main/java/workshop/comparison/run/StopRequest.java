package workshop.comparison.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A request to end the measurement early, for example by Ctrl-C. */
public final class StopRequest {

  /** How long a request may arrive after a failure that it caused. */
  private static final Duration LATE = Duration.ofMillis(300);

  private final CountDownLatch made = new CountDownLatch(1);
  private final Thread measuring;

  /** Creates a request that was not made yet; it will interrupt {@code measuring}. */
  public StopRequest(Thread measuring) {
    this.measuring = measuring;
  }

  /** Makes the request. For any thread; returns at once. */
  public void make() {
    made.countDown();
    measuring.interrupt();
  }

  boolean isMade() {
    return made.getCount() == 0;
  }

  /**
   * Tells whether a failure is a consequence of the stop. Ctrl-C reaches a measured program before
   * it reaches us, so the failure may come a moment before the stop.
   */
  boolean explains() {
    try {
      return Thread.interrupted() || made.await(LATE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }
}
