package workshop.testkit.http;

import java.util.function.BooleanSupplier;

/**
 * Waits for news that a wrong answer never sends, such as "the client gave up".
 *
 * <p>Counts looks and not seconds: on a machine so busy that others hardly run, the looks get rarer
 * too.
 */
public final class Patience {

  /** Only a failure pays for all of them. */
  private static final int LOOKS = 200;

  private static final int LOOK_MILLIS = 5;

  private Patience() {}

  /** Returns whether {@code condition} came to hold. Blocks the calling thread. */
  public static boolean until(BooleanSupplier condition) {
    for (int look = 0; look < LOOKS; look++) {
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
