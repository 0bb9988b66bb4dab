package workshop.testkit.origin;

import java.util.function.BooleanSupplier;

/**
 * Waits for news that a wrong answer never sends, such as "the client gave up", or for news that
 * only a wrong answer sends, such as one request too many.
 *
 * <p>Counts looks and not seconds: on a machine so busy that others hardly run, the looks get rarer
 * too.
 */
final class Patience {

  /** Only a failure pays for all of them. */
  private static final int LOOKS = 200;

  /** A success pays for all of them, each time. */
  private static final int QUIET_LOOKS = 60;

  private static final int LOOK_MILLIS = 5;

  private Patience() {}

  /** Returns whether {@code condition} came to hold. Blocks the calling thread. */
  static boolean until(BooleanSupplier condition) {
    return holdsWithin(LOOKS, condition);
  }

  /** Returns whether {@code condition} held at no look. Blocks the calling thread. */
  static boolean isQuiet(BooleanSupplier condition) {
    return !holdsWithin(QUIET_LOOKS, condition);
  }

  private static boolean holdsWithin(int looks, BooleanSupplier condition) {
    for (int look = 0; look < looks; look++) {
      if (condition.getAsBoolean()) {
        return true;
      }
      try {
        Thread.sleep(LOOK_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return condition.getAsBoolean();
      }
    }
    return condition.getAsBoolean();
  }
}
