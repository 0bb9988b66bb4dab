package workshop.testkit.thread;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import workshop.testkit.diagnosis.Diagnosis;

/**
 * Looks at those who wait while a test holds what they wait for. Nothing happens meanwhile, so each
 * has to sleep until it is woken; and on a thread of its own, not on one that all the program
 * shares.
 *
 * <p>There is no clock in this: counted are looks, the work that a thread has done, and how often
 * it woke up. So a busy machine makes it slower, and never wrong. What is missed is somebody who
 * asks rarely, on a virtual thread or by a timer; or by a wait with a limit that is longer than a
 * third of a second.
 */
public final class BusyWaitDetector {

  private static final ThreadMXBean BEAN = ManagementFactory.getThreadMXBean();

  /** Taken while nobody computes; a right answer pays for all of them. */
  private static final int LOOKS = 20;

  /** So many more if somebody waits with a limit, and may ask again; the others do not pay. */
  private static final int LOOKS_AT_LIMITS = 200;

  /** So much computing is more than falling asleep can cost, on any machine. */
  private static final long SPINNING_NANOS = MILLISECONDS.toNanos(300);

  /** Whoever wakes up so often, in so short a time, was not woken by anybody. */
  private static final long POLLING = 3;

  /** The same for one whose reasons cannot be seen: the thread of a pool, or of a timer. */
  private static final long UNTOLD = 6;

  private final Set<Long> before = new HashSet<>();
  private final Map<Long, Long> computed = new HashMap<>();
  private final Map<Long, Long> computedLately = new HashMap<>();
  private final Map<Long, Long> wokeUp = new HashMap<>();

  private BusyWaitDetector() {
    PlatformThreads.all().forEach(thread -> before.add(thread.threadId()));
  }

  /** Returns one that does not look at the threads that are there now, the common pool excepted. */
  public static BusyWaitDetector watch() {
    return new BusyWaitDetector();
  }

  /**
   * Expects that all who came since sleep, and that none of those on the common pool does so in the
   * learner's code. Blocks the calling thread for some looks, at most until the {@link Deadline}.
   *
   * @param situation why there is nothing to do, in the middle of a sentence
   */
  public void sleepWhile(String situation) {
    Deadline deadline = Deadline.fromNow();
    Carriers atRest = Carriers.look();
    int looks = 0;
    boolean limited = false;
    while (looks < LOOKS && !deadline.hasPassed()) {
      List<ThreadSnapshot> watched = watched();
      assertNobodySleepsByTheClock(watched, situation);
      assertNobodySpins(watched, situation);
      assertNobodyWakesUp(watched, POLLING, each -> each.line().isPresent(), situation);
      Carriers carriers = Carriers.look();
      // All of them are looked at, each time: what one has computed is counted from look to look.
      long moving = watched.stream().filter(this::moves).count();
      if (moving == 0 && !carriers.areBusy()) {
        if (looks++ == 0) {
          atRest = carriers; // from here on nobody has a reason to wake up
          wokeUp.clear();
        }
      }
      limited |= watched.stream().anyMatch(ThreadSnapshot::waitsWithALimit);
      Await.rest(Quiescence.LOOK_MILLIS, "threads to fall asleep");
    }
    // Whose line is not known comes last: there may have been somebody whose line is.
    assertNobodyWakesUp(watched(), UNTOLD, _ -> true, situation);
    if (looks > 0 && Carriers.look().restsSince(atRest) >= UNTOLD) {
      throw virtualOneAsks(situation, "a virtual thread keeps waking up, and asking");
    }
    for (int look = 0; limited && look < LOOKS_AT_LIMITS && !deadline.hasPassed(); look++) {
      assertNobodyWakesUp(watched(), POLLING, ThreadSnapshot::waitsWithALimit, situation);
      Await.rest(Quiescence.LOOK_MILLIS, "limits to pass");
    }
    watched().stream()
        .filter(each -> isShared(each) && each.isParked() && each.line().isPresent())
        .findFirst()
        .ifPresent(each -> {
          throw waitsOnTheCommonPool(situation, each);
        });
  }

  /** Those who came since, and the common pool; nobody of the test's own, and no carrier. */
  private List<ThreadSnapshot> watched() {
    long asking = Thread.currentThread().threadId();
    Set<Long> carriers = Set.copyOf(Carriers.threads());
    List<ThreadSnapshot> all = new ArrayList<>(ThreadSnapshot.platform());
    all.removeIf(each ->
        each.id() == asking
            || carriers.contains(each.id())
            || each.name().startsWith("origin-")
            || (before.contains(each.id()) && !isShared(each)));
    return all;
  }

  private static boolean isShared(ThreadSnapshot thread) {
    return thread.name().startsWith("ForkJoinPool.commonPool-");
  }

  /** Who sleeps for a while, and not until something happens, will look whether it has. */
  private static void assertNobodySleepsByTheClock(List<ThreadSnapshot> threads, String situation) {
    for (ThreadSnapshot each : threads) {
      if (each.sleepsByTheClock()) {
        throw keepsAsking(situation, each + ", and keeps asking", each);
      }
    }
  }

  private void assertNobodySpins(List<ThreadSnapshot> watched, String situation) {
    for (ThreadSnapshot each : watched) {
      if (hasComputed(each.id()) > SPINNING_NANOS) {
        throw keepsAsking(situation, each + ", and keeps asking, without a pause", each);
      }
    }
    if (Carriers.threads().stream().mapToLong(this::hasComputed).sum() > SPINNING_NANOS) {
      throw virtualOneAsks(situation, "a virtual thread asks without a pause");
    }
  }

  private long hasComputed(long id) {
    long nanos = BEAN.getThreadCpuTime(id); // -1 if it has ended
    return nanos - computed.computeIfAbsent(id, _ -> nanos);
  }

  /** In a native method a thread is called runnable, when it waits there as well as in a yield. */
  private boolean moves(ThreadSnapshot thread) {
    long nanos = BEAN.getThreadCpuTime(thread.id());
    Long before = computedLately.put(thread.id(), nanos);
    boolean computes = before == null || before != nanos;
    return thread.isBusy() || (thread.state() == Thread.State.RUNNABLE && computes);
  }

  /** A client wakes its own threads as it likes; what it does is nobody's mistake here. */
  private void assertNobodyWakesUp(
      List<ThreadSnapshot> watched,
      long often,
      Predicate<ThreadSnapshot> mayTell,
      String situation) {
    watched.stream()
        .filter(each -> !each.name().startsWith("HttpClient-"))
        .forEach(each -> {
          ThreadInfo info = BEAN.getThreadInfo(each.id()); // null if it has ended
          long count = info == null ? 0 : info.getWaitedCount();
          long wakes = count - wokeUp.computeIfAbsent(each.id(), _ -> count);
          if (wakes >= often && mayTell.test(each)) {
            String who = "%s, woke up %d times, and keeps asking".formatted(each, wakes);
            throw keepsAsking(situation, who, each);
          }
        });
  }

  private static Diagnosis keepsAsking(String situation, String who, ThreadSnapshot where) {
    Diagnosis failure = keepsAsking(situation, who).evidence("Where it stands", where.trace());
    return where.line().isPresent() || isShared(where) ? failure : started(failure);
  }

  private static Diagnosis virtualOneAsks(String situation, String who) {
    return started(keepsAsking(situation, who));
  }

  private static Diagnosis started(Diagnosis failure) {
    String lines = ThreadCreationLog.lines();
    return lines.isEmpty() ? failure : failure.evidence("Lines that started threads", lines);
  }

  private static Diagnosis keepsAsking(String situation, String who) {
    return Diagnosis.observed(
            "%s, so there is nothing to do; meanwhile %s".formatted(situation, who))
        .means(
            "that is busy waiting: it burns a core, or a battery, to learn again and again that"
                + " nothing has happened, and learns too late when something has")
        .nextStep(
            "let the news wake you: attach what comes next to the future (whenComplete,"
                + " thenCompose), or call what returns when it is there (join, acquire, take)");
  }

  private static Diagnosis waitsOnTheCommonPool(String situation, ThreadSnapshot thread) {
    return Diagnosis.observed("%s; meanwhile %s".formatted(situation, thread))
        .means(
            "the common pool belongs to the whole program and has one thread fewer than there are cores: you keep one from all "
            + "other code, and the HTTP client needs it as well")
        .nextStep(
            "attach what comes next to the future (allOf, thenApply), so that no thread has to wait; or"
                + " wait on a thread of your own, which may be a virtual one")
        .evidence("Where it stands", thread.trace());
  }
}
