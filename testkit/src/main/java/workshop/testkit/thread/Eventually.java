package workshop.testkit.thread;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;
import workshop.testkit.diagnosis.Diagnosis;

/**
 * Waits for a condition for which a suite has its own failure message. If it has none, {@code
 * await("…").until(…)} does the same.
 *
 * <p>Gives up at {@link Quiescence}, at the {@link Deadline}, or when interrupted. The interrupt
 * flag stays set.
 */
public final class Eventually {

  private static final Duration INTERVAL = Duration.ofMillis(1);

  private Eventually() {}

  /**
   * Waits until {@code condition} holds.
   *
   * @throws Diagnosis the failure that {@code otherwise} returns, if the wait gives up
   */
  public static void orElse(BooleanSupplier condition, Supplier<Diagnosis> otherwise) {
    if (!holds(condition)) {
      throw otherwise.get();
    }
  }

  /** Waits until {@code condition} holds. Returns false if the wait gives up. */
  public static boolean holds(BooleanSupplier condition) {
    Quiescence quiescence = new Quiescence();
    return holds(condition, quiescence::isReached);
  }

  /** Does the same, but gives up when {@code hopeless} holds instead of at quiescence. */
  static boolean holds(BooleanSupplier condition, BooleanSupplier hopeless) {
    if (condition.getAsBoolean()) {
      return true;
    }
    try {
      Awaitility.await()
          .dontCatchUncaughtExceptions()
          .conditionEvaluationListener(_ -> {})
          .pollInSameThread()
          .pollDelay(INTERVAL)
          .pollInterval(INTERVAL)
          .timeout(Deadline.length())
          .failFast(() -> Thread.currentThread().isInterrupted() || hopeless.getAsBoolean())
          .until(condition::getAsBoolean);
      return true;
    } catch (ConditionTimeoutException | TerminalFailureException inVain) {
      return condition.getAsBoolean();
    }
  }
}
