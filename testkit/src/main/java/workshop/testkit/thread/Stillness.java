package workshop.testkit.thread;

import java.util.concurrent.TimeUnit;

/**
 * Tells "stands still" from "has not had its turn yet".
 *
 * <p>Whoever watches looks again and again, a few milliseconds apart. Stillness is certain after
 * {@value #LOOKS} looks in a row, and not before a second ({@code
 * -Dworkshop.stillness=}milliseconds says otherwise). The looks matter more than the second: on a
 * machine so busy that others hardly run, the watcher hardly runs either and its looks get rarer.
 * And a look does not count while any thread of the program computes, as that one may be about to
 * wake the thread that is watched.
 */
final class Stillness {

  /** Time between two looks: short, so that a watcher notices at once what it waits for. */
  static final long LOOK_MILLIS = 5;

  static final int LOOKS = 50;

  /** Milliseconds. */
  static final String PROPERTY = "workshop.stillness";

  private static final long USUAL_MILLIS = 1_000;

  private final long leastNanos =
      TimeUnit.MILLISECONDS.toNanos(Long.getLong(PROPERTY, USUAL_MILLIS));
  private int looks;
  private long since;

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
    if (looks == 0) {
      since = System.nanoTime();
    }
    if (Whereabouts.somebodyIsBusy()) {
      return false;
    }
    looks++;
    return looks >= LOOKS && System.nanoTime() - since >= leastNanos;
  }
}
