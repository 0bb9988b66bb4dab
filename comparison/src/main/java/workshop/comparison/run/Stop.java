package workshop.comparison.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The user's wish to have no more measured. */
public final class Stop {

  private static final Duration NEWS_TRAVELS = Duration.ofMillis(300);

  private final CountDownLatch wished = new CountDownLatch(1);
  private final Thread measuring;

  /** Returns a wish that nobody has had yet, and that will interrupt {@code measuring}. */
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
   * Tells whether a failure was a consequence of the wish. A Ctrl-C reaches a measured program
   * before it reaches us, so the wish may come a moment after what it has broken.
   */
  boolean explains() {
    try {
      return Thread.interrupted() || wished.await(NEWS_TRAVELS.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }
}
