package workshop.downloads;

import java.util.function.BooleanSupplier;

/**
 * Waits for what a wrong answer does at once and a right one never. Counts looks and not seconds:
 * on a busy machine they get rarer.
 */
final class Soon {

  private static final int LOOKS = 100;
  private static final int LOOK_MILLIS = 5;

  private Soon() {}

  /** Returns whether {@code condition} held at one of the looks. */
  static boolean isTrue(BooleanSupplier condition) {
    for (int look = 0; look < LOOKS && !condition.getAsBoolean(); look++) {
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
