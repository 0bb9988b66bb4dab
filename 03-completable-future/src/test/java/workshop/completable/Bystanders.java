package workshop.completable;

import static java.util.stream.Collectors.toMap;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import workshop.testkit.suite.Teaching;
import workshop.testkit.thread.Whereabouts;

/** Everybody but the caller, who must not wait in its place either. */
final class Bystanders {

  private static final int LOOKS = 40;
  private static final int LOOK_MILLIS = 5;

  /** Once is chance; who was woken so often while the disk was held asks again and again. */
  private static final int TOO_OFTEN = 5;

  private final Set<Long> before =
      Whereabouts.everywhere().stream().map(Whereabouts::id).collect(Collectors.toSet());

  private Bystanders() {}

  /** Remembers who was there before the call. */
  static Bystanders look() {
    return new Bystanders();
  }

  /** While the disk is held nobody may stand in the exercise: not the caller, and no one else. */
  void assertNobodyWaits(String what) {
    for (Whereabouts thread : Whereabouts.everywhere()) {
      boolean inExercise =
          thread.stack().stream()
              .map(StackTraceElement::getClassName)
              .anyMatch(Bystanders::isExercise);
      boolean shared = thread.name().startsWith("ForkJoinPool.commonPool");
      if (inExercise && (shared || !before.contains(thread.id()))) {
        throw Teaching.saw(
                ("%s has come back, but you blocked another thread in place of the caller\nthe"
                        + " thread %s")
                    .formatted(what, thread))
            .means(
                "nothing is won: a thread waits for another thread, which waits for the disk; and"
                    + " many such reads need many such threads")
            .todo(
                "wait on no thread at all, neither by get or join nor by asking again: let the"
                    + " completion handler complete a future, and chain what comes next")
            .evidence("Where it stands", thread.trace());
      }
    }
    assertNobodyAsksAgainAndAgain(what);
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
              throw Teaching.saw(
                      ("%s has come back, and while the disk was held an alarm clock rang %d times to"
                              + " look whether it is done")
                          .formatted(what, since))
                  .means(
                      "To ask again and again is to wait in small pieces: it keeps a thread busy, and"
                          + " still learns of the end too late.")
                  .todo("Do not ask: the completion handler is called when it is done.");
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
}
