package workshop.downloads;

import java.util.function.BooleanSupplier;
import workshop.testkit.thread.Lull;

/**
 * Looks out for what comes at once or never. Counts looks and not seconds: on a busy machine they
 * get rarer.
 */
final class Soon {

  /** Only a wrong answer pays for all of them. */
  private static final int PATIENT = 1_000;

  private static final int LOOK_MILLIS = 1;

  private Soon() {}

  /** Returns whether {@code condition}, which a right answer brings about, came to hold. */
  static boolean isTrue(BooleanSupplier condition) {
    for (int look = 0; look < PATIENT && !condition.getAsBoolean(); look++) {
      try {
        Thread.sleep(LOOK_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    return condition.getAsBoolean();
  }

  /** Returns whether {@code condition}, which a wrong answer brings about at once, did not hold. */
  static boolean staysFalse(BooleanSupplier condition) {
    return Lull.comesWithout(condition);
  }
}
