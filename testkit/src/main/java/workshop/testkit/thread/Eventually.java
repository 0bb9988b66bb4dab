package workshop.testkit.thread;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;
import workshop.testkit.diagnosis.Diagnosis;

/**
 * Waits, by Awaitility, for what a right answer brings about, where a suite has its own words for
 * an answer that does not. Where it has none, {@code await("…").until(…)} does the same.
 *
 * <p>Gives up at {@link Quiescence}, at the {@link Deadline}, or when interrupted; the interrupt is
 * kept.
 */
public final class Eventually {

  private static final Duration INTERVAL = Duration.ofMillis(1);

  private Eventually() {}

  /**
   * Waits until {@code condition} holds.
   *
   * @throws Diagnosis what {@code otherwise} returns, if no thread can run any more that would make
   *     it hold
   */
  public static void orElse(BooleanSupplier condition, Supplier<Diagnosis> otherwise) {
    if (!holds(condition)) {
      throw otherwise.get();
    }
  }

  /** Returns whether {@code condition} came to hold before no thread could run anymore. */
  public static boolean holds(BooleanSupplier condition) {
    Quiescence quiescence = new Quiescence();
    return holds(condition, quiescence::isReached);
  }

  /** Returns whether {@code condition} came to hold before {@code hopeless} or the deadline. */
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
