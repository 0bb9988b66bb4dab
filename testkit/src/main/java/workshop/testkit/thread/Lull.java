package workshop.testkit.thread;

import java.util.function.BooleanSupplier;

/** The old name of {@link Quiescence#reachedWithout}, while suites move to it. */
public final class Lull {

  private Lull() {}

  public static boolean comesWithout(BooleanSupplier condition) {
    return Quiescence.reachedWithout(condition);
  }
}
