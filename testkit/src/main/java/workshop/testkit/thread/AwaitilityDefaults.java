package workshop.testkit.thread;

import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionEvaluationListener;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.EvaluatedCondition;
import org.awaitility.core.StartEvaluationEvent;
import org.awaitility.core.TimeoutEvent;
import org.jspecify.annotations.Nullable;
import workshop.testkit.diagnosis.Diagnosis;

/**
 * How the suites wait: {@code await("3 reads at the disk").until(() -> gate.waiting() == 3)}.
 *
 * <p>The condition is checked at once, and then every two milliseconds, on the thread that waits.
 * The wait gives up at {@link Quiescence} or at the {@link Deadline}. The failure says where the
 * learner's threads were at that moment, before anything was cleaned up. A wait for a timer that
 * fires after more than a second has to say so: {@code await("…").failFast(() -> false)}.
 */
public final class AwaitilityDefaults {

  private static final ThreadLocal<Wait> CURRENT = ThreadLocal.withInitial(() -> new Wait(""));

  private static volatile @Nullable Thread testThread;

  private AwaitilityDefaults() {}

  /**
   * Returns whether the current thread is the test's. Another thread may wait for something that
   * the test causes later, so it does not give up at quiescence.
   */
  static boolean isTestThread() {
    return Thread.currentThread() == testThread;
  }

  /** Sets the defaults for this JVM. The calling thread is the test's from now on. */
  public static void set() {
    testThread = Thread.currentThread();
    Awaitility.setDefaultPollDelay(Duration.ZERO);
    Awaitility.setDefaultPollInterval(Duration.ofMillis(2));
    Awaitility.setDefaultTimeout(Deadline.length());
    Awaitility.pollInSameThread();
    Awaitility.doNotCatchUncaughtExceptionsByDefault();
    Awaitility.setDefaultFailFastCondition(
        "no thread gets any further",
        () -> {
          Wait wait = CURRENT.get();
          if (wait.quiescence.isReached()) {
            throw wait.failure(true);
          }
        });
    Awaitility.setDefaultConditionEvaluationListener(new Listener());
  }

  /**
   * Returns the failure of the wait that ended with {@code thrown}; empty if that is not the end of
   * a wait with these defaults. At quiescence Awaitility's exception has it as its cause.
   */
  public static Optional<Diagnosis> explain(Throwable thrown) {
    Wait last = CURRENT.get();
    return thrown instanceof ConditionTimeoutException timeout && last.isNamedIn(timeout)
        ? Optional.ofNullable(last.timeout)
        : Optional.empty();
  }

  /** The wait that a thread is in, or that it was in last. */
  private static final class Wait {

    private final Quiescence quiescence = new Quiescence();
    private final String what;
    private String lastSeen = "";
    private @Nullable Diagnosis timeout;

    private Wait(String what) {
      this.what = what;
    }

    private boolean isNamedIn(ConditionTimeoutException thrown) {
      return String.valueOf(thrown.getMessage()).contains(what);
    }

    private Diagnosis failure(boolean quiet) {
      return Await.gaveUp(
          "the test waited for "
              + (what.isEmpty() ? "a condition" : what)
              + " and gave up"
              + (quiet ? ": no thread gets any further" : ""),
          lastSeen);
    }
  }

  private static final class Listener implements ConditionEvaluationListener<Object> {

    @Override
    public void beforeEvaluation(StartEvaluationEvent<Object> start) {
      CURRENT.set(new Wait(start.getAlias() == null ? "" : start.getAlias()));
    }

    @Override
    public void conditionEvaluated(EvaluatedCondition<Object> condition) {
      Object value = condition.getValue();
      if (condition.isSatisfied() || value instanceof Boolean) {
        return; // "false" alone says nothing
      }
      CURRENT.get().lastSeen = value == null ? condition.getDescription() : value.toString();
    }

    @Override
    public void onTimeout(TimeoutEvent timeout) {
      CURRENT.get().timeout = CURRENT.get().failure(false);
    }
  }
}
