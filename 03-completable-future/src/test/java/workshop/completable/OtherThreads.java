package workshop.completable;

import static java.util.stream.Collectors.toMap;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.Deadline;
import workshop.testkit.thread.Eventually;
import workshop.testkit.thread.ThreadSnapshot;

/** The threads other than the caller. They must not wait on the caller's behalf. */
final class OtherThreads {

  private static final int LOOKS = 40;
  private static final int LOOK_MILLIS = 5;

  /**
   * A timer may go off once by chance. A timer that goes off this often while the disk is held is
   * polling.
   */
  private static final int TOO_OFTEN = 5;

  private final Set<Long> before =
      ThreadSnapshot.everywhere().stream().map(ThreadSnapshot::id).collect(Collectors.toSet());

  private OtherThreads() {}

  /** Remembers the threads that exist before the call. */
  static OtherThreads now() {
    return new OtherThreads();
  }

  /** Expects, while the disk is held, that no thread is inside the exercise. */
  void assertNoneWaits(String what) {
    for (ThreadSnapshot thread : ThreadSnapshot.everywhere()) {
      boolean inExercise =
          thread.stack().stream()
              .map(StackTraceElement::getClassName)
              .anyMatch(OtherThreads::isExercise);
      if (inExercise && (isShared(thread) || !before.contains(thread.id()))) {
        throw Diagnosis.observed(
                ("%s has returned, but you blocked another thread instead of the caller.\nThe"
                        + " thread %s")
                    .formatted(what, thread))
            .means(
                "Nothing is gained: one thread waits for another thread, which waits for the disk."
                    + " Each operation needs two threads.")
            .nextStep(
                "Do not wait on any thread, whether in get, in join or by polling. Let the"
                    + " completion handler complete a future, and chain the next step to that.")
            .evidence("Where it is", thread.trace());
      }
    }
    assertNoTimerPolls(what);
  }

  /**
   * Expects that no thread waits in the exercise, except those whose names are {@code allowed}.
   * Waits for a thread that is still running through the exercise.
   */
  void assertNoneWaits(Predicate<String> allowed, String what) {
    AtomicReference<ThreadSnapshot> seen = new AtomicReference<>();
    Deadline deadline = Deadline.fromNow();
    while (!oneWaits(allowed, seen) && oneMayStillStart() && !deadline.hasPassed()) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
    Eventually.orElse(
        () -> !oneWaits(allowed, seen),
        () ->
            Diagnosis.observed(
                    ("%s has returned, but another thread waits instead of the caller.\nThe thread"
                            + " %s")
                        .formatted(what, seen.get()))
                .means(
                    "Nothing is gained: one thread waits for another thread, which waits for the"
                        + " disk. Each call needs two threads.")
                .nextStep(
                    "Return the future of the last stage, without join or get. The caller decides"
                        + " whether to wait.")
                .evidence("Where it is", seen.get().trace()));
  }

  private boolean oneWaits(Predicate<String> allowed, AtomicReference<ThreadSnapshot> seen) {
    for (ThreadSnapshot thread : ThreadSnapshot.everywhere()) {
      boolean counts = isShared(thread) || !before.contains(thread.id());
      if (counts
          && !allowed.test(thread.name())
          && thread.stack().stream().anyMatch(OtherThreads::isExerciseOrWaitsForAFuture)) {
        seen.set(thread);
        return true;
      }
    }
    return false;
  }

  /** A thread that has a task but has not begun it is not visible yet. */
  private static boolean oneMayStillStart() {
    ForkJoinPool shared = ForkJoinPool.commonPool();
    return shared.hasQueuedSubmissions()
        || shared.getQueuedTaskCount() > 0
        || ThreadSnapshot.anyThreadIsBusy();
  }

  private static boolean isShared(ThreadSnapshot thread) {
    return thread.name().startsWith("ForkJoinPool.commonPool");
  }

  /** Until the disk answers there is nothing to do, so a timer that keeps going off is polling. */
  private static void assertNoTimerPolls(String what) {
    Map<Long, Long> atFirst = timers();
    if (atFirst.isEmpty()) {
      return; // the JDK starts its timer thread when the first timer is set
    }
    for (int look = 0; look < LOOKS; look++) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
      timers()
          .forEach((timer, count) -> {
            long since = count - atFirst.getOrDefault(timer, 0L);
            if (since >= TOO_OFTEN) {
              throw Diagnosis.observed(
                      ("%s has returned, but while the disk was held, a timer went off again"
                              + " and again to check whether the operation is done.")
                          .formatted(what))
                  .means(
                      "Polling is waiting in small pieces: it keeps a thread busy, and notices the"
                          + " end late.")
                  .nextStep(
                      "Do not poll: the channel calls the completion handler when the operation is"
                          + " done.");
            }
          });
    }
  }

  /** How often each timer thread has gone to sleep, by its id. */
  private static Map<Long, Long> timers() {
    var bean = ManagementFactory.getThreadMXBean();
    return Arrays.stream(bean.getThreadInfo(bean.getAllThreadIds()))
        .filter(Objects::nonNull)
        .filter(each -> each.getThreadName().toLowerCase(Locale.ROOT).endsWith("delayscheduler"))
        .collect(toMap(ThreadInfo::getThreadId, ThreadInfo::getWaitedCount));
  }

  /** The exercise or an answer that extends it, but not the suite. */
  private static boolean isExercise(String type) {
    return type.startsWith("workshop.completable.")
        && !type.contains("Test")
        && !type.startsWith(OtherThreads.class.getName());
  }

  /** A join that is handed over as a method reference leaves no line of the exercise behind. */
  private static boolean isExerciseOrWaitsForAFuture(StackTraceElement frame) {
    return isExercise(frame.getClassName())
        || (frame.getClassName().equals("java.util.concurrent.CompletableFuture")
            && frame.getMethodName().matches("waitingGet|timedGet"));
  }
}
