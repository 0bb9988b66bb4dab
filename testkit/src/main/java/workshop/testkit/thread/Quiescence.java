package workshop.testkit.thread;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The state in which no thread of the program can run: each one waits, or has ended. What has not
 * happened by then does not happen anymore, unless a clock wakes somebody.
 *
 * <p>One look cannot tell "stands still" from "has not had its turn yet". So quiescence takes many
 * looks in a row. A look counts only while no thread computes, because that thread may be about to
 * wake another one. On a machine so busy that other threads hardly run, the looks get rarer as
 * well: a busy machine makes the answer later, and never wrong.
 *
 * <p>An object of this class watches one situation. It is certain after {@value #CERTAIN} looks in
 * a row and not before a second, or the milliseconds in {@code -Dworkshop.stillness}. Belongs to
 * one thread.
 */
public final class Quiescence {

  /** Time between two looks that count; a movement counts at any time. */
  static final long LOOK_MILLIS = 5;

  static final int CERTAIN = 50;

  /** Enough where a mistake shows at once. Each right answer pays for them: a tenth of a second. */
  static final int LIKELY = 20;

  /** So many looks in all: a thread that computes without end is no reason to go on. */
  private static final int LOOKS_IN_ALL = 400;

  /** Milliseconds. */
  static final String PROPERTY = "workshop.stillness";

  private static final long USUAL_MILLIS = 1_000;

  /** So many times longer, where a clock that somebody has set may still ring. */
  private static final int PATIENT = 3;

  private final long leastNanos;
  private int looks;
  private long since;
  private long last = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS);

  /** Begins to watch. */
  public Quiescence() {
    this(1);
  }

  private Quiescence(int times) {
    leastNanos = TimeUnit.MILLISECONDS.toNanos(times * Long.getLong(PROPERTY, USUAL_MILLIS));
  }

  /** Begins to watch where a clock may wake somebody soon: takes three seconds instead of one. */
  static Quiescence patient() {
    return new Quiescence(PATIENT);
  }

  /**
   * Waits until the program is quiet. Returns whether {@code condition} did not hold until then: a
   * wrong answer makes it hold at once, a right one does not. It is asked every few milliseconds on
   * the calling thread. An interrupt ends the wait, and is kept.
   */
  public static boolean reachedWithout(BooleanSupplier condition) {
    int quiet = 0;
    for (int look = 0; look < LOOKS_IN_ALL && quiet < LIKELY; look++) {
      if (condition.getAsBoolean()) {
        return false;
      }
      quiet = ThreadSnapshot.somebodyIsBusy() ? 0 : quiet + 1;
      try {
        Thread.sleep(LOOK_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    return !condition.getAsBoolean();
  }

  /**
   * Takes one look.
   *
   * @return whether the program has been quiet for so long that it stays so
   */
  public boolean isReached() {
    return isReached(true);
  }

  /**
   * Takes one look.
   *
   * @param still whether what is watched stands still at this moment; if not, all starts anew
   * @return whether it stood still, and the program was quiet, for all the looks
   */
  public boolean isReached(boolean still) {
    if (!still) {
      looks = 0;
      return false;
    }
    long now = System.nanoTime();
    if (now - last < TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS)) {
      return false;
    }
    last = now;
    if (looks == 0) {
      since = now;
    }
    if (ThreadSnapshot.somebodyIsBusy()) {
      return false;
    }
    looks++;
    return looks >= CERTAIN && now - since >= leastNanos;
  }
}
