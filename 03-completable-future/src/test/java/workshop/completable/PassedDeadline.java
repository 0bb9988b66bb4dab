package workshop.completable;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.awaitility.core.ConditionTimeoutException;
import workshop.disk.Gate;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Eventually;
import workshop.testkit.thread.ThreadSnapshot;
import workshop.testkit.thread.TrackedExecutor;

/** Lets a deadline pass while the disk holds the work. */
final class PassedDeadline {

  /** How often the deadline may pass before the work has got as far as the held disk. */
  private static final int TRIES = 5;

  /** A timer that has gone off still needs a thread, and a processor for it. */
  private static final Duration GRACE = Duration.ofSeconds(3);

  /** The looks without a busy thread after which the stages of a completed future have run. */
  private static final int QUIET_LOOKS = 3;

  private PassedDeadline() {}

  /**
   * Begins a copy, and returns when its deadline has passed and its work stands at {@code held}.
   *
   * <p>Only the machine knows how long it takes to get there. If the deadline passes before, the
   * copy is tried again with four times the deadline: the order of the two counts, not the time.
   */
  static void whileHeld(
      Gate held,
      Duration shortest,
      TrackedExecutor executor,
      Function<Duration, CompletableFuture<Long>> copy) {
    Duration deadline = shortest;
    for (int tries = 0; tries < TRIES; tries++) {
      long start = System.nanoTime();
      assertTold(
          copy.apply(deadline), start, deadline, StoppableCopyDiagnosis.notToldWhileHeld(deadline));
      executor.settle(held);
      if (!held.arrivals().isEmpty()) { // and stands there, unless it was interrupted
        return;
      }
      deadline = deadline.multipliedBy(4);
    }
    throw StoppableCopyDiagnosis.noWorkCame(TRIES);
  }

  /**
   * Expects that the future fails although nothing moves on the disk, and not before its time.
   *
   * @param start when the copy was called
   */
  static void assertTold(Future<Long> future, long start, Duration deadline, Diagnosis notTold) {
    try {
      await("the deadline of a copy")
          .failFast(() -> false) // while a timer runs, no thread does
          .atMost(deadline.plus(GRACE))
          .until(future::isDone);
    } catch (ConditionTimeoutException never) {
      throw notTold;
    }
    Duration passed = Duration.ofNanos(System.nanoTime() - start);
    if (future.state() == Future.State.SUCCESS) {
      throw StoppableCopyDiagnosis.successAfterTheDeadline(future.resultNow());
    }
    Throwable failure = Await.failure("a copy whose deadline has passed", future);
    if (!(failure instanceof TimeoutException)) {
      throw StoppableCopyDiagnosis.otherFailureAfterTheDeadline(failure);
    }
    if (passed.compareTo(deadline) < 0) {
      throw StoppableCopyDiagnosis.toldTooEarly(deadline, passed);
    }
    awaitFollowers();
  }

  /** The thread that completes a future runs its stages then: a flag may be set a little later. */
  private static void awaitFollowers() {
    AtomicInteger quiet = new AtomicInteger();
    Eventually.holds(
        () -> quiet.updateAndGet(n -> ThreadSnapshot.anyThreadIsBusy() ? 0 : n + 1) >= QUIET_LOOKS);
  }
}
