package workshop.testkit.thread;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How long a test waits for something that should happen at once: 10 seconds, or {@code
 * -Dworkshop.deadline=}seconds. It is long because a machine may be busy; only a failing test waits
 * for it.
 */
public final class Deadline {

  /** The length in seconds, possibly with decimals. There is no other way to change it. */
  static final String PROPERTY = "workshop.deadline";

  private static final String USUAL_SECONDS = "10";

  /** In nanoseconds: centuries, and short enough to be added to a time. */
  private static final BigDecimal LONGEST = BigDecimal.valueOf(Long.MAX_VALUE / 2);

  private final BigDecimal seconds;
  private final long start = System.nanoTime();
  private final long nanos;

  private Deadline(BigDecimal seconds) {
    this.seconds = seconds;
    this.nanos = seconds.movePointRight(9).min(LONGEST).longValue();
  }

  /**
   * Returns a deadline that starts now.
   *
   * @throws IllegalArgumentException if the property is not a positive number
   */
  public static Deadline fromNow() {
    String text = System.getProperty(PROPERTY, USUAL_SECONDS);
    try {
      BigDecimal seconds = new BigDecimal(text.strip());
      if (seconds.signum() > 0) {
        return new Deadline(seconds);
      }
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException(complaint(text), notANumber);
    }
    throw new IllegalArgumentException(complaint(text));
  }

  /** Returns the length of a deadline that starts now. */
  public static Duration length() {
    return Duration.ofNanos(fromNow().nanos);
  }

  private static String complaint(String text) {
    return "-D"
        + PROPERTY
        + " must be a positive number of seconds, such as 10 or 0.5: \""
        + text
        + "\"";
  }

  /** Returns the nanoseconds that are left; never negative. */
  public long remainingNanos() {
    return Math.max(0, nanos - (System.nanoTime() - start));
  }

  /** Returns the milliseconds that are left, rounded up, so that 0 means passed. */
  public long remainingMillis() {
    return TimeUnit.NANOSECONDS.toMillis(remainingNanos() + 999_999);
  }

  /** Returns whether the deadline has passed. */
  public boolean hasPassed() {
    return remainingNanos() == 0;
  }

  /** Returns the whole length, for a message: {@code 10 s}. */
  @Override
  public String toString() {
    return seconds.stripTrailingZeros().toPlainString() + " s";
  }
}
