package workshop.testkit.thread;

import java.util.concurrent.TimeUnit;

/**
 * Tells "stands still" from "has not had its turn yet".
 *
 * <p>Whoever watches looks again and again, a few milliseconds apart. Stillness is certain after
 * {@value #LOOKS} looks in a row, and not before a second. The looks matter more than the second:
 * on a machine so busy that others hardly run, the watcher hardly runs either and its looks get
 * rarer. And a look does not count while any thread of the program computes, as that one may be
 * about to wake the thread that is watched.
 */
final class Stillness {

  /** Time between two looks: short, so that a watcher notices at once what it waits for. */
  static final long LOOK_MILLIS = 5;

  static final int LOOKS = 50;

  private static final long LEAST_NANOS = TimeUnit.SECONDS.toNanos(1);

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
    return looks >= LOOKS && System.nanoTime() - since >= LEAST_NANOS;
  }
}
