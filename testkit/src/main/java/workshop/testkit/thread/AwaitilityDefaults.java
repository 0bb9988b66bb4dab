package workshop.testkit.thread;

import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionEvaluationListener;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.EvaluatedCondition;
import org.awaitility.core.StartEvaluationEvent;
import org.awaitility.core.TerminalFailureException;
import org.awaitility.core.TimeoutEvent;
import org.jspecify.annotations.Nullable;

/**
 * How the suites wait: {@code await("3 reads at the disk").until(() -> gate.waiting() == 3)}.
 *
 * <p>The condition is asked at once, and then every two milliseconds, on the thread that waits. The
 * wait ends in vain at {@link Quiescence}, when no thread can run anymore, or at the {@link
 * Deadline}. At that moment, before anything is cleaned up, it is written down where the learner's
 * threads are. A wait for a clock that rings after more than a second says so: {@code
 * await("…").failFast(() -> false)}.
 */
public final class AwaitilityDefaults {

  private static final ThreadLocal<LastWait> LAST = ThreadLocal.withInitial(LastWait::new);

  private static volatile @Nullable Thread testThread;

  private AwaitilityDefaults() {}

  /**
   * Returns whether the current thread is the test's. Any other one may wait for something that the
   * test itself brings about later, so it does not give up because all is quiet.
   */
  static boolean isTestThread() {
    return Thread.currentThread() == testThread;
  }

  /**
   * A wait in vain.
   *
   * @param what what was awaited, in the suite's words
   * @param lastSeen the last value of the condition, or what it complained about; may be empty
   * @param quiet whether no thread could run anymore; otherwise the deadline had passed
   * @param threads where the learner's threads were
   */
  public record InVain(String what, String lastSeen, boolean quiet, String threads) {}

  /** Sets the defaults for this JVM. The calling thread is the test's from now on. */
  public static void set() {
    testThread = Thread.currentThread();
    Awaitility.setDefaultPollDelay(Duration.ZERO);
    Awaitility.setDefaultPollInterval(Duration.ofMillis(2));
    Awaitility.setDefaultTimeout(Deadline.length());
    Awaitility.pollInSameThread();
    Awaitility.doNotCatchUncaughtExceptionsByDefault();
    Awaitility.setDefaultFailFastCondition(() -> LAST.get().isHopeless());
    Awaitility.setDefaultConditionEvaluationListener(new Listener());
  }

  /** Returns what is known of the wait that ended with {@code thrown}, if it was one of these. */
  public static Optional<InVain> explain(Throwable thrown) {
    LastWait last = LAST.get();
    if (last.inVain != null
        && (thrown instanceof ConditionTimeoutException
            || thrown instanceof TerminalFailureException)) {
      return Optional.of(last.inVain);
    }
    return Optional.empty();
  }

  /** What one thread waits for now, or waited for last. */
  private static final class LastWait {

    private Quiescence quiescence = new Quiescence();
    private String what = "";
    private String lastSeen = "";
    private @Nullable InVain inVain;

    private void begin(@Nullable String alias) {
      quiescence = new Quiescence();
      what = alias == null ? "a condition" : alias;
      lastSeen = "";
      inVain = null;
    }

    private boolean isHopeless() {
      boolean hopeless = quiescence.isReached();
      if (hopeless) {
        end(true);
      }
      return hopeless;
    }

    private void end(boolean quiet) {
      inVain = new InVain(what, lastSeen, quiet, ThreadSnapshot.inLearnersCode());
    }
  }

  private static final class Listener implements ConditionEvaluationListener<Object> {

    @Override
    public void beforeEvaluation(StartEvaluationEvent<Object> start) {
      LAST.get().begin(start.getAlias());
    }

    @Override
    public void conditionEvaluated(EvaluatedCondition<Object> condition) {
      Object value = condition.getValue();
      if (condition.isSatisfied() || value instanceof Boolean) {
        return; // a bare "false" tells nothing
      }
      LAST.get().lastSeen = value == null ? condition.getDescription() : value.toString();
    }

    @Override
    public void onTimeout(TimeoutEvent timeout) {
      LAST.get().end(false);
    }
  }
}
