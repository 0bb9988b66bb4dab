package workshop.completable;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Predicate;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.Eventually;
import workshop.testkit.thread.ThreadSnapshot;

/**
 * The timers of the JDK, such as those of {@code orTimeout} and {@code delayedExecutor}. A suite
 * keeps one object per test, because earlier tests may have left timers behind.
 */
final class Timers {

  private static final Set<Thread.State> ASLEEP =
      EnumSet.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);

  private final long before = count();

  private Timers() {}

  /** Remembers how many timers are set. */
  static Timers now() {
    return new Timers();
  }

  /** Expects, while the disk or the work is held, that no timer has been set since. */
  void assertNoneSet(String what) {
    if (count() > before) {
      throw Diagnosis.observed(what + " has set a timer, but the exercise allows no time limit.")
          .means(
              "If the disk or the work is slow, the result is thrown away. A timer that only"
                  + " checks again and again keeps a thread busy and notices the end late.")
          .nextStep(
              "Wait without orTimeout, without delayedExecutor, and without a time limit in get."
                  + " The caller can set a deadline.");
    }
  }

  /** The JDK's own count is right only when its scheduler sleeps. */
  private static long count() {
    if (schedulerIs(state -> true)) {
      // Runs on the scheduler, after it has put all earlier timers in order.
      new CompletableFuture<Void>().completeOnTimeout(null, 0, NANOSECONDS).join();
      Eventually.holds(() -> schedulerIs(ASLEEP::contains));
    }
    return ForkJoinPool.commonPool().getDelayedTaskCount();
  }

  /** Returns whether the scheduler, which the first timer starts, is in this state. */
  private static boolean schedulerIs(Predicate<Thread.State> such) {
    return ThreadSnapshot.platform().stream()
        .filter(each -> each.name().equals("ForkJoinPool.commonPool-delayScheduler"))
        .anyMatch(each -> such.test(each.state()));
  }
}
