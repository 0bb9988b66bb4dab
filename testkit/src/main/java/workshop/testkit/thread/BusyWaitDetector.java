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
 * Finds threads that wait by polling. While a test holds the result they wait for, there is nothing
 * to do, and each thread must sleep until it is woken. Nor may it wait on the common pool, which
 * the whole program shares.
 *
 * <p>The detector uses no clock. It counts its own looks, the processor time of each thread, and
 * how often each thread woke up, so a busy machine only slows it down. It misses threads that poll
 * less often than once a second.
 */
public final class BusyWaitDetector {

  private static final ThreadMXBean BEAN = ManagementFactory.getThreadMXBean();

  /**
   * How many looks to take while no thread computes. With a right answer, the detector takes all of
   * them.
   */
  private static final int LOOKS = 20;

  /** The time between two looks. A thread that polls less often waits with a time limit. */
  private static final long LOOK_MILLIS = 3;

  /**
   * How many more looks to take if a thread waits with a time limit, after which it may poll again:
   * a second's worth.
   */
  private static final int LOOKS_AT_LIMITS = 240;

  /** More processor time than falling asleep can take, on any machine. */
  private static final long SPINNING_NANOS = MILLISECONDS.toNanos(300);

  /** A thread that wakes up this often while nothing happens polls. */
  private static final long POLLING = 3;

  /** The same for a thread without a learner's line, such as a pool's or a timer's. */
  private static final long POLLING_ELSEWHERE = 6;

  private final Set<Long> before = new HashSet<>();
  private final Map<Long, Long> computed = new HashMap<>();
  private final Map<Long, Long> computedLately = new HashMap<>();
  private final Map<Long, Long> wokeUp = new HashMap<>();

  private BusyWaitDetector() {
    PlatformThreads.all().forEach(thread -> before.add(thread.threadId()));
  }

  /**
   * Returns a detector that ignores the threads that exist now, except those of the common pool.
   */
  public static BusyWaitDetector watch() {
    return new BusyWaitDetector();
  }

  /**
   * Expects that all new threads sleep until they are woken, and that no thread of the common pool
   * sleeps in the learner's code. Blocks the calling thread for several looks, at most until the
   * {@link Deadline}.
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
      assertNoneSleepsByTheClock(watched, situation);
      assertNoneSpins(watched, situation);
      assertNoneWakesUp(watched, POLLING, each -> each.line().isPresent(), situation);
      Carriers carriers = Carriers.look();
      // No short circuit: each look must note the processor time of every thread.
      long moving = watched.stream().filter(this::moves).count();
      if (moving == 0 && !carriers.areBusy()) {
        if (looks++ == 0) {
          atRest = carriers; // from here on no thread has a reason to wake up
          wokeUp.clear();
        }
      }
      limited |=
          carriers.anyWaitsWithALimit()
              || watched.stream().anyMatch(ThreadSnapshot::waitsWithALimit);
      Await.rest(LOOK_MILLIS, "threads to fall asleep");
    }
    // Threads without a learner's line come last: a failure with a line helps more.
    assertNoneWakesUp(watched(), POLLING_ELSEWHERE, _ -> true, situation);
    if (looks > 0) {
      assertNoVirtualThreadWakesUp(atRest, situation);
    }
    if (limited) {
      assertNoneAsksRarely(atRest, situation, deadline);
    }
    watched().stream()
        .filter(each -> isShared(each) && each.isParked() && each.line().isPresent())
        .findFirst()
        .ifPresent(each -> {
          throw waitsOnTheCommonPool(situation, each);
        });
  }

  /** Keeps looking until no thread has woken up for a while. */
  private void assertNoneAsksRarely(Carriers atRest, String situation, Deadline deadline) {
    long before = 0;
    for (int look = 0; look < LOOKS_AT_LIMITS && !deadline.hasPassed(); look++) {
      long wakes =
          assertNoneWakesUp(watched(), POLLING, ThreadSnapshot::waitsWithALimit, situation)
              + assertNoVirtualThreadWakesUp(atRest, situation);
      if (wakes > before) {
        before = wakes;
        look = 0;
      }
      Await.rest(Quiescence.LOOK_MILLIS, "limits to pass");
    }
  }

  /** Returns the new threads and the common pool, without the test's own threads and carriers. */
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

  private static void assertNoneSleepsByTheClock(List<ThreadSnapshot> threads, String situation) {
    for (ThreadSnapshot each : threads) {
      if (each.sleepsByTheClock()) {
        throw busyWaiting(situation, each + ", again and again", each);
      }
    }
  }

  private void assertNoneSpins(List<ThreadSnapshot> watched, String situation) {
    for (ThreadSnapshot each : watched) {
      if (hasComputed(each.id()) > SPINNING_NANOS) {
        throw busyWaiting(situation, each + ", in a loop without a pause", each);
      }
    }
    if (Carriers.threads().stream().mapToLong(this::hasComputed).sum() > SPINNING_NANOS) {
      throw virtualThreadPolls(situation, "a virtual thread runs in a loop without a pause");
    }
  }

  private long hasComputed(long id) {
    long nanos = BEAN.getThreadCpuTime(id); // -1 if it has ended
    return nanos - computed.computeIfAbsent(id, _ -> nanos);
  }

  /** A thread that waits in a native method is runnable as well, but uses no processor time. */
  private boolean moves(ThreadSnapshot thread) {
    long nanos = BEAN.getThreadCpuTime(thread.id());
    Long before = computedLately.put(thread.id(), nanos);
    boolean computes = before == null || before != nanos;
    return thread.isBusy() || (thread.state() == Thread.State.RUNNABLE && computes);
  }

  /**
   * Expects that none of the threads that {@code mayTell} accepts has woken up {@code often} times.
   * Returns how often they have woken up in total. The threads of an HTTP client do not count,
   * because the client may wake them at any time.
   */
  private long assertNoneWakesUp(
      List<ThreadSnapshot> watched,
      long often,
      Predicate<ThreadSnapshot> mayTell,
      String situation) {
    long all = 0;
    for (ThreadSnapshot each : watched) {
      ThreadInfo info = BEAN.getThreadInfo(each.id()); // null if it has ended
      long count = info == null ? 0 : info.getWaitedCount();
      long wakes = count - wokeUp.computeIfAbsent(each.id(), _ -> count);
      if (mayTell.test(each) && !each.name().startsWith("HttpClient-")) {
        if (wakes >= often) {
          String who = "%s, which has woken up %d times".formatted(each, wakes);
          throw busyWaiting(situation, who, each);
        }
        all += wakes;
      }
    }
    return all;
  }

  /** Returns how often carriers have finished their work. */
  private static long assertNoVirtualThreadWakesUp(Carriers atRest, String situation) {
    long rests = Carriers.look().restsSince(atRest);
    if (rests >= POLLING_ELSEWHERE) {
      throw virtualThreadPolls(situation, "a virtual thread wakes up again and again");
    }
    return rests;
  }

  private static Diagnosis busyWaiting(String situation, String who, ThreadSnapshot where) {
    Diagnosis failure = busyWaiting(situation, who).evidence("Where it is", where.trace());
    return where.line().isPresent() || isShared(where)
        ? failure
        : ThreadCreationLog.current().addTo(failure);
  }

  private static Diagnosis virtualThreadPolls(String situation, String who) {
    return ThreadCreationLog.current().addTo(busyWaiting(situation, who));
  }

  private static Diagnosis busyWaiting(String situation, String who) {
    return Diagnosis.observed("%s, so there is nothing to do. But %s".formatted(situation, who))
        .means(
            "that is busy waiting: it wastes processor time to find out that there is no result,"
                + " and it notices the result late")
        .nextStep(
            "let the result wake you: attach the next step to the future (whenComplete,"
                + " thenCompose), or call a method that blocks until there is one (join, acquire,"
                + " take)");
  }

  private static Diagnosis waitsOnTheCommonPool(String situation, ThreadSnapshot thread) {
    return Diagnosis.observed("%s, and %s".formatted(situation, thread))
        .means(
            "the common pool belongs to the whole program and has one thread fewer than there are"
                + " cores. You take one of these threads away from all other code, such as the"
                + " HTTP client")
        .nextStep(
            "attach the next step to the future (allOf, thenApply), so that no thread has to wait."
                + " Or wait on your own thread, such as a virtual thread")
        .evidence("Where it is", thread.trace());
  }
}
