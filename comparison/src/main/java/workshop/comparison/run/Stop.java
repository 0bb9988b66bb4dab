package workshop.comparison.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ends a measurement early, for example on Ctrl-C. */
public final class Stop {

  private static final Duration NEWS_TRAVELS = Duration.ofMillis(300);

  private final CountDownLatch wished = new CountDownLatch(1);
  private final Thread measuring;

  /** Returns one that has not been asked yet; it will interrupt {@code measuring}. */
  public Stop(Thread measuring) {
    this.measuring = measuring;
  }

  /** Ends the measurement. For any thread; returns at once. */
  public void now() {
    wished.countDown();
    measuring.interrupt();
  }

  boolean isWished() {
    return wished.getCount() == 0;
  }

  /**
   * Tells whether a failure is a consequence of the stop. Ctrl-C reaches a measured program before
   * it reaches us, so the failure may come a moment before the stop.
   */
  boolean explains() {
    try {
      return Thread.interrupted() || wished.await(NEWS_TRAVELS.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }
}
