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
import java.util.stream.Collectors;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.Deadline;
import workshop.testkit.thread.Standstill;
import workshop.testkit.thread.ThreadSnapshot;
import workshop.testkit.thread.TrackedExecutor;

/** Everybody but the caller, who must not wait in its place either. */
final class Bystanders {

  private static final int LOOKS = 40;
  private static final int LOOK_MILLIS = 5;

  /** Once is chance; who was woken so often while the disk was held asks again and again. */
  private static final int TOO_OFTEN = 5;

  private final Set<Long> before =
      ThreadSnapshot.everywhere().stream().map(ThreadSnapshot::id).collect(Collectors.toSet());

  private Bystanders() {}

  /** Remembers who was there before the call. */
  static Bystanders look() {
    return new Bystanders();
  }

  /** While the disk is held nobody may stand in the exercise: not the caller, and no one else. */
  void assertNobodyWaits(String what) {
    for (ThreadSnapshot thread : ThreadSnapshot.everywhere()) {
      boolean inExercise =
          thread.stack().stream()
              .map(StackTraceElement::getClassName)
              .anyMatch(Bystanders::isExercise);
      if (inExercise && (isShared(thread) || !before.contains(thread.id()))) {
        throw Diagnosis.observed(
                ("%s has come back, but you blocked another thread in place of the caller\nthe"
                        + " thread %s")
                    .formatted(what, thread))
            .means(
                "nothing is won: a thread waits for another thread, which waits for the disk; and"
                    + " many such reads need many such threads")
            .nextStep(
                "wait on no thread at all, neither by get or join nor by asking again: let the"
                    + " completion handler complete a future, and chain what comes next")
            .evidence("Where it stands", thread.trace());
      }
    }
    assertNobodyAsksAgainAndAgain(what);
  }

  /**
   * While the disk is held nobody may wait for it, but on a thread of {@code executor}. Who is on
   * the way, in the exercise or to it, is waited for: a right answer has none, or one that leaves.
   */
  void assertNobodyWaitsBut(TrackedExecutor executor, String what) {
    AtomicReference<ThreadSnapshot> seen = new AtomicReference<>();
    Deadline deadline = Deadline.fromNow();
    while (!anybodyWaitsBut(executor, seen) && somebodyMayCome() && !deadline.hasPassed()) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
    Standstill.orElse(
        () -> !anybodyWaitsBut(executor, seen),
        () ->
            Diagnosis.observed(
                    "%s has come back, but another thread waits in place of the caller\nthe thread %s"
                        .formatted(what, seen.get()))
                .means(
                    "Nothing is won: each such program needs one more thread, and that thread waits"
                        + " for another one, which waits for the disk.")
                .nextStep(
                    "Return the future of the last stage itself, and let nobody join or get it; who"
                        + " calls run(...) may do so.")
                .evidence("Where it stands", seen.get().trace()));
  }

  private boolean anybodyWaitsBut(TrackedExecutor executor, AtomicReference<ThreadSnapshot> seen) {
    for (ThreadSnapshot thread : ThreadSnapshot.everywhere()) {
      boolean counts = isShared(thread) || !before.contains(thread.id());
      if (counts
          && !executor.has(thread.name())
          && thread.stack().stream().anyMatch(Bystanders::isExerciseOrWaitsForAFuture)) {
        seen.set(thread);
        return true;
      }
    }
    return false;
  }

  /** Who was given a task, and has not begun it, does not stand anywhere yet. */
  private static boolean somebodyMayCome() {
    ForkJoinPool shared = ForkJoinPool.commonPool();
    return shared.hasQueuedSubmissions()
        || shared.getQueuedTaskCount() > 0
        || ThreadSnapshot.somebodyIsBusy();
  }

  private static boolean isShared(ThreadSnapshot thread) {
    return thread.name().startsWith("ForkJoinPool.commonPool");
  }

  /** Where nothing is to be done before the disk answers, an alarm clock has nothing to do. */
  private static void assertNobodyAsksAgainAndAgain(String what) {
    Map<Long, Long> atFirst = alarms();
    if (atFirst.isEmpty()) {
      return; // the JDK starts the clock with the first alarm that is set
    }
    for (int look = 0; look < LOOKS; look++) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS));
      alarms()
          .forEach((clock, rung) -> {
            long since = rung - atFirst.getOrDefault(clock, 0L);
            if (since >= TOO_OFTEN) {
              throw Diagnosis.observed(
                      ("%s has come back, and while the disk was held an alarm clock rang %d times to"
                              + " look whether it is done")
                          .formatted(what, since))
                  .means(
                      "To ask again and again is to wait in small pieces: it keeps a thread busy, and"
                          + " still learns of the end too late.")
                  .nextStep("Do not ask: the completion handler is called when it is done.");
            }
          });
    }
  }

  /** How often the threads that wait for the clock have gone to sleep, each by its id. */
  private static Map<Long, Long> alarms() {
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
        && !type.startsWith(Bystanders.class.getName());
  }

  /** A join that is handed over as a method reference leaves no line of the exercise behind. */
  private static boolean isExerciseOrWaitsForAFuture(StackTraceElement frame) {
    return isExercise(frame.getClassName())
        || (frame.getClassName().equals("java.util.concurrent.CompletableFuture")
            && frame.getMethodName().matches("waitingGet|timedGet"));
  }
}
