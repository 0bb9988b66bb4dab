package workshop.testkit.thread;

import java.util.function.BooleanSupplier;

/**
 * Looks out for what a wrong answer does at once, and a right one not at all: until nobody in the
 * program computes, at {@value #LOOKS} looks in a row. A right answer pays for them each time, a
 * tenth of a second.
 *
 * <p>Who is slow to begin is waited for, as long as it computes; and on a machine so busy that
 * others hardly run, the looks get rarer too.
 */
public final class Lull {

  static final int LOOKS = 20;

  /** So many looks in all: somebody who computes without end is no reason to go on. */
  private static final int LOOKS_IN_ALL = 400;

  private Lull() {}

  /**
   * Returns whether {@code condition} did not come to hold until all was quiet. It is asked every
   * few milliseconds, on the calling thread. An interrupt ends the wait, and is kept.
   */
  public static boolean comesWithout(BooleanSupplier condition) {
    int quiet = 0;
    for (int look = 0; look < LOOKS_IN_ALL && quiet < LOOKS; look++) {
      if (condition.getAsBoolean()) {
        return false;
      }
      quiet = ThreadSnapshot.somebodyIsBusy() ? 0 : quiet + 1;
      try {
        Thread.sleep(Stillness.LOOK_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    return !condition.getAsBoolean();
  }
}
