package workshop.comparison.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A request to end the measurement early, for example by Ctrl-C. */
public final class StopRequest {

  /** How long to wait after a failure for the request that may have caused it. */
  private static final Duration LATE = Duration.ofMillis(300);

  private final CountDownLatch made = new CountDownLatch(1);
  private final Thread measuring;

  /** Creates a request that has not been made yet and will interrupt {@code measuring}. */
  public StopRequest(Thread measuring) {
    this.measuring = measuring;
  }

  /** Makes the request. Any thread may call it. Returns at once. */
  public void make() {
    made.countDown();
    measuring.interrupt();
  }

  boolean isMade() {
    return made.getCount() == 0;
  }

  /**
   * Returns whether a failure is a consequence of the stop. Ctrl-C may reach a measured program
   * before it reaches this one, so the failure may come a moment before the stop.
   */
  boolean explains() {
    try {
      return Thread.interrupted() || made.await(LATE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }
}
