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

/** Lets a deadline pass while the disk holds an operation of the work. */
final class PassedDeadline {

  /** How often the deadline may pass before the work reaches the held disk. */
  private static final int TRIES = 5;

  /** A timer that has gone off still needs a thread and a processor. */
  private static final Duration GRACE = Duration.ofSeconds(3);

  /** After this many looks without a busy thread, the stages of a future have run. */
  private static final int QUIET_LOOKS = 3;

  private static final int MANY = 50;

  private PassedDeadline() {}

  /**
   * Starts a copy, and returns when its deadline has passed and {@code held} holds its work.
   *
   * <p>How long the copy takes to reach the disk depends on the machine. If the deadline passes
   * first, the copy is tried again with four times the deadline. Only the order of the two events
   * matters.
   */
  static void whileHeld(
      Gate held,
      Duration shortest,
      TrackedExecutor executor,
      Function<Duration, CompletableFuture<Long>> copy) {
    Duration deadline = shortest;
    for (int tries = 0; tries < TRIES; tries++) {
      long start = System.nanoTime();
      assertFailsAtTheDeadline(
          copy.apply(deadline),
          start,
          deadline,
          StoppableCopyDiagnosis.notFailedWhileHeld(deadline));
      executor.settle(held);
      if (!held.arrivals().isEmpty()) { // it is held there, unless it was interrupted
        return;
      }
      deadline = deadline.multipliedBy(4);
    }
    throw StoppableCopyDiagnosis.noWorkCame(TRIES, "read");
  }

  /**
   * Expects that the future fails while the disk does nothing, and not before the deadline.
   *
   * @param start when the copy was called
   */
  static void assertFailsAtTheDeadline(
      Future<Long> future, long start, Duration deadline, Diagnosis notFailed) {
    try {
      await("the deadline of a copy")
          .failFast(() -> false) // while a timer runs, no thread does
          .atMost(deadline.plus(GRACE))
          .until(future::isDone);
    } catch (ConditionTimeoutException never) {
      throw notFailed;
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
      throw StoppableCopyDiagnosis.failedTooEarly(deadline, passed);
    }
    awaitFollowers();
  }

  /**
   * Expects that no copy that the disk holds fails before its deadline. A busy machine delays
   * timers, but not in every one of the many tries.
   */
  static void assertNotPassedEarly(
      Duration deadline, Function<Duration, CompletableFuture<Long>> copy) {
    for (int i = 0; i < MANY; i++) {
      long start = System.nanoTime();
      var end = copy.apply(deadline).handle((count, failure) -> System.nanoTime() - start);
      Duration passed = Duration.ofNanos(Await.result("a copy whose deadline passes", end));
      if (passed.compareTo(deadline) < 0) {
        throw StoppableCopyDiagnosis.failedTooEarly(deadline, passed);
      }
    }
  }

  /** A stage of the completed future, such as one that sets a flag, may still be running. */
  private static void awaitFollowers() {
    AtomicInteger quiet = new AtomicInteger();
    Eventually.holds(
        () -> quiet.updateAndGet(n -> ThreadSnapshot.anyThreadIsBusy() ? 0 : n + 1) >= QUIET_LOOKS);
  }
}
