package workshop.downloads;

import java.util.function.BooleanSupplier;

/**
 * Looks out for what comes at once or never. Counts looks and not seconds: on a busy machine they
 * get rarer.
 */
final class Soon {

  /** Only a wrong answer pays for all of them. */
  private static final int PATIENT = 200;

  /** A right answer pays for all of them, each time. */
  private static final int SHORT = 50;

  private static final int LOOK_MILLIS = 5;

  private Soon() {}

  /** Returns whether {@code condition}, which a right answer brings about, came to hold. */
  static boolean isTrue(BooleanSupplier condition) {
    return holdsWithin(PATIENT, condition);
  }

  /** Returns whether {@code condition}, which a wrong answer brings about at once, did not hold. */
  static boolean staysFalse(BooleanSupplier condition) {
    return !holdsWithin(SHORT, condition);
  }

  private static boolean holdsWithin(int looks, BooleanSupplier condition) {
    for (int look = 0; look < looks && !condition.getAsBoolean(); look++) {
      try {
        Thread.sleep(LOOK_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    return condition.getAsBoolean();
  }
}
