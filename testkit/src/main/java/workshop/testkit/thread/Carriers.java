package workshop.testkit.thread;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.lang.Thread.State;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.management.VirtualThreadSchedulerMXBean;

/**
 * A snapshot of the carriers of virtual threads. It shows whether a virtual thread is running
 * without examining the virtual threads themselves, because JDK 25.0.3 may crash if one of them is
 * being mounted or unmounted at that moment.
 */
final class Carriers {

  private static final ThreadMXBean BEAN = ManagementFactory.getThreadMXBean();

  /** How often each carrier has waited for work, by its id. */
  private final Map<Long, Long> rests = new HashMap<>();

  private final boolean running;

  /** Whether a virtual thread is ready to run, and a carrier is free for it. */
  private final boolean starting;

  /** Whether a virtual thread sleeps or waits with a limit: it may wake at any moment. */
  private final boolean timed;

  private Carriers() {
    List<Thread> threads = PlatformThreads.all();
    List<Thread> carriers = threads.stream().filter(PermanentThreads::isCarrier).toList();
    starting = threads.stream().anyMatch(PermanentThreads::tellsOfVirtualThreads) && anyStarts();
    timed =
        carriers.stream()
            .anyMatch(each ->
                each.getName().endsWith("-delayScheduler") // waits for the next of its alarms
                    && each.getState() == State.TIMED_WAITING);
    for (Thread carrier : carriers) {
      ThreadInfo info = BEAN.getThreadInfo(carrier.threadId());
      rests.put(carrier.threadId(), info == null ? -1 : info.getWaitedCount());
    }
    // This comes after the count, so that it sees a thread that has just begun to run. The MXBean
    // would not work here: it reports a carrier as waiting while a virtual thread is mounted on it.
    running = carriers.stream().anyMatch(each -> each.getState() == State.RUNNABLE);
  }

  private static boolean anyStarts() {
    VirtualThreadSchedulerMXBean scheduler =
        ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
    return scheduler.getQueuedVirtualThreadCount() > 0
        && scheduler.getMountedVirtualThreadCount() < scheduler.getParallelism();
  }

  static Carriers look() {
    return new Carriers();
  }

  /**
   * Returns whether a virtual thread runs or is about to run. A virtual thread that is blocked in
   * an operation of the operating system runs; one that is parked does not.
   */
  boolean areBusy() {
    return starting || running;
  }

  /** Returns whether a virtual thread sleeps, or waits with a limit. */
  boolean anyWaitsWithALimit() {
    return timed;
  }

  /** Returns whether a virtual thread may run soon, so that virtual threads cannot be listed. */
  boolean mayMove() {
    return areBusy() || timed;
  }

  /** Returns the ids of the carriers. */
  static List<Long> threads() {
    return PlatformThreads.all().stream()
        .filter(PermanentThreads::isCarrier)
        .map(Thread::threadId)
        .toList();
  }

  /** Returns how often carriers have finished their work since {@code before}. */
  long restsSince(Carriers before) {
    return rests.entrySet().stream()
        .mapToLong(each -> each.getValue() - before.rests.getOrDefault(each.getKey(), 0L))
        .sum();
  }

  /** Returns whether no virtual thread has run between {@code before} and this look. */
  boolean haveRestedSince(Carriers before) {
    return !areBusy() && !before.areBusy() && rests.equals(before.rests);
  }

  /**
   * Waits until no virtual thread is running or may wake up, and none has run since the previous
   * snapshot. An interrupt does not end the wait, and its flag stays set.
   *
   * @return whether that was the case within {@code millis}
   */
  static boolean comeToRest(long millis) {
    boolean interrupted = Thread.interrupted();
    try {
      long start = System.nanoTime();
      Carriers before = look();
      while (before.areBusy() || !before.rests.isEmpty()) { // without a carrier, none runs
        try {
          Thread.sleep(Quiescence.LOOK_MILLIS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
        Carriers now = look();
        if (now.haveRestedSince(before) && !now.timed) {
          return true;
        }
        if (NANOSECONDS.toMillis(System.nanoTime() - start) >= millis) {
          return false;
        }
        before = now;
      }
      return true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
