package workshop.runner.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import workshop.testkit.exercise.TestResult;
import workshop.testkit.exercise.Verdict;

/** What is known so far about the run of one suite. Any thread may call it. */
final class SuiteProgress {

  private final long start = System.nanoTime();
  private final List<String> endedTests = new ArrayList<>();
  private long lastResult = start;

  /** When the first test failed; 0 if none has failed. */
  private long firstFailure;

  private boolean stopRequested;
  private @Nullable Verdict verdict;
  private @Nullable Throwable crash;

  synchronized void add(TestResult result) {
    lastResult = System.nanoTime();
    endedTests.add(result.name());
    if (firstFailure == 0 && result.failed()) {
      firstFailure = lastResult;
      notifyAll();
    }
  }

  synchronized void finish(Verdict reached) {
    verdict = reached;
    notifyAll();
  }

  /** The suite itself failed, and not only one of its tests. */
  synchronized void crash(Throwable cause) {
    crash = cause;
    notifyAll();
  }

  synchronized void requestStop() {
    stopRequested = true;
    notifyAll();
  }

  /** Returns whether the suite has a verdict or has crashed. */
  synchronized boolean isOver() {
    return verdict != null || crash != null;
  }

  synchronized boolean isStopRequested() {
    return stopRequested;
  }

  synchronized boolean hasFailure() {
    return firstFailure != 0;
  }

  /** Returns the names of the tests that have ended, in the order of their ends. */
  synchronized List<String> endedTests() {
    return List.copyOf(endedTests);
  }

  synchronized Optional<Verdict> verdict() {
    return Optional.ofNullable(verdict);
  }

  synchronized Optional<Throwable> crash() {
    return Optional.ofNullable(crash);
  }

  /** Returns how many nanoseconds the current test has taken so far. */
  synchronized long sinceLastResult() {
    return System.nanoTime() - lastResult;
  }

  /**
   * Returns how many nanoseconds are left before the suite is overdue. Few are left after a
   * failure, because the learner can already work on it.
   */
  synchronized long timeLeft(Limits limits) {
    long end =
        Math.min(
            lastResult + TimeUnit.MILLISECONDS.toNanos(limits.quietMillis()),
            start + TimeUnit.MILLISECONDS.toNanos(limits.totalMillis()));
    if (firstFailure != 0) {
      end =
          Math.min(end, firstFailure + TimeUnit.MILLISECONDS.toNanos(limits.afterFailureMillis()));
    }
    return end - System.nanoTime();
  }

  /**
   * Waits until the suite is over, has to stop, or fails for the first time, or until time is up.
   */
  synchronized void awaitNews(long nanos) throws InterruptedException {
    if (verdict == null && crash == null && !stopRequested && nanos > 0) {
      TimeUnit.NANOSECONDS.timedWait(this, nanos);
    }
  }
}
