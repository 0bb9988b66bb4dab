package workshop.completable;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import workshop.disk.Gate;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.ThreadSnapshot;
import workshop.testkit.thread.TrackedExecutor;

/** Lets a deadline pass while the disk holds the work. */
final class Overdue {

  /** How often the deadline may be over before the work has got as far as the held disk. */
  private static final int TRIES = 5;

  private static final long LOOK_MILLIS = 5;

  /** So many looks after the deadline: a clock's thread has to get its turn, too. */
  private static final int LOOKS = 600;

  /** The looks after which all that a completed future sets off has been done. */
  private static final int STILL_LOOKS = 3;

  private Overdue() {}

  /**
   * Begins a copy, and returns when its deadline is over and its work stands at {@code held}.
   *
   * <p>How long it takes to get there only the machine knows. A deadline that was over before is
   * tried again, four times as long: what counts is the order of the two, and not the time.
   */
  static void whileHeld(
      Gate held,
      Duration shortest,
      TrackedExecutor assistants,
      Function<Duration, CompletableFuture<Long>> copy) {
    Duration deadline = shortest;
    for (int tries = 0; tries < TRIES; tries++) {
      assertTold(
          copy.apply(deadline),
          deadline,
          "the disk is still held",
          "Who looks at the clock only between two chunks is late: the chunk may take as long as it"
              + " likes, and the queue of the executor, too.",
          "Let somebody else complete the future in time: orTimeout has a thread for that.");
      assistants.settle(held);
      if (!held.arrivals().isEmpty()) { // and stands there, unless it was interrupted
        return;
      }
      deadline = deadline.multipliedBy(4);
    }
    throw Diagnosis.observed(
            "The deadline was over %d times; no work came to the disk.".formatted(TRIES))
        .means("Either nothing was begun, or all of it was over before: nothing is there to stop.")
        .nextStep("Begin the work on the executor when copy is called, and read chunk by chunk.");
  }

  /** The future must fail although nothing moves on the disk: waiting ends by the clock alone. */
  static void assertTold(
      Future<Long> future, Duration deadline, String stillSo, String meaning, String advice) {
    long looks = deadline.toMillis() / LOOK_MILLIS + LOOKS;
    for (long look = 0; look < looks && !future.isDone(); look++) {
      rest();
    }
    if (!future.isDone()) {
      throw Diagnosis.observed(
              "The deadline of %d ms was over long ago, and the future is not complete: %s."
                  .formatted(deadline.toMillis(), stillSo))
          .means(meaning)
          .nextStep(advice);
    }
    if (future.state() == Future.State.SUCCESS) {
      throw Diagnosis.observed(
              "The deadline was over, and the future brought " + future.resultNow())
          .means("The caller takes this for a number of bytes, and the copy for complete.")
          .nextStep("Let the future fail with a TimeoutException: orTimeout does that.");
    }
    Throwable failure = Await.failure("a copy whose deadline is over", future);
    if (!(failure instanceof TimeoutException)) {
      throw Diagnosis.observed("The deadline was over, and the future failed with " + failure)
          .means("Callers tell \"too slow\" from \"broken\" by the TimeoutException.")
          .nextStep("Let orTimeout complete the future.")
          .because(failure);
    }
    letItBeHeard();
  }

  /** Who completes a future calls the stages after it then: a flag may be set a little later. */
  private static void letItBeHeard() {
    int still = 0;
    for (int look = 0; look < LOOKS && still < STILL_LOOKS; look++) {
      still = ThreadSnapshot.somebodyIsBusy() ? 0 : still + 1;
      rest();
    }
  }

  private static void rest() {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
  }
}
