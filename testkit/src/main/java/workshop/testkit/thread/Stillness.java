package workshop.testkit.thread;

import java.util.concurrent.TimeUnit;

/**
 * Tells "stands still" from "has not had its turn yet".
 *
 * <p>Whoever watches looks again and again; what is seen within a few milliseconds counts as one
 * look. Stillness is certain after {@value #LOOKS} looks in a row, and not before a second ({@code
 * -Dworkshop.stillness=}milliseconds says otherwise). The looks matter more than the second: on a
 * machine so busy that others hardly run, the watcher hardly runs either and its looks get rarer.
 * And a look does not count while any thread of the program computes, as that one may be about to
 * wake the thread that is watched.
 */
final class Stillness {

  /** Time between two looks that count; a movement counts at any time. */
  static final long LOOK_MILLIS = 5;

  static final int LOOKS = 50;

  /** Milliseconds. */
  static final String PROPERTY = "workshop.stillness";

  private static final long USUAL_MILLIS = 1_000;

  private final long leastNanos =
      TimeUnit.MILLISECONDS.toNanos(Long.getLong(PROPERTY, USUAL_MILLIS));
  private int looks;
  private long since;
  private long last = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS);

  /**
   * Takes one look.
   *
   * @param still whether what is watched stands still at this moment; if not, all starts anew
   * @return whether it stood still for all the looks
   */
  boolean look(boolean still) {
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
    return looks >= LOOKS && now - since >= leastNanos;
  }
}
