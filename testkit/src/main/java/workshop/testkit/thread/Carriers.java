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
 * One look at the threads that virtual threads are mounted on. It tells whether a virtual thread
 * runs, without looking at the virtual threads themselves: on JDK 25.0.3 the JVM does not always
 * survive that while one of them steps on or off its carrier.
 */
final class Carriers {

  private static final ThreadMXBean BEAN = ManagementFactory.getThreadMXBean();

  /**
   * How often each carrier has lain down to wait, by its id: it does so after each piece of work.
   */
  private final Map<Long, Long> rests = new HashMap<>();

  private final boolean running;

  /** Whether a virtual thread has been made ready, and will get a carrier as soon as one wakes. */
  private final boolean starting;

  /** Whether a virtual thread sleeps, or waits with a limit: it may wake at any moment. */
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
    // After the counting: who began to run meanwhile is seen. Asked is the thread and not the bean,
    // which calls every carrier waiting that has a virtual thread mounted.
    running = carriers.stream().anyMatch(each -> each.getState() == State.RUNNABLE);
  }

  /** Who is ready while a virtual thread keeps each of the carriers will not start. */
  private static boolean anyStarts() {
    VirtualThreadSchedulerMXBean scheduler =
        ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
    return scheduler.getQueuedVirtualThreadCount() > 0
        && scheduler.getMountedVirtualThreadCount() < scheduler.getParallelism();
  }

  /** Takes a look. */
  static Carriers look() {
    return new Carriers();
  }

  /**
   * Returns whether a virtual thread runs at this moment, or is about to. One that is blocked in an
   * operation of the operating system does; one that is parked does not.
   */
  boolean areBusy() {
    return starting || running;
  }

  /** Returns whether virtual threads cannot be listed at this moment, as one may be on its way. */
  boolean mayMove() {
    return areBusy() || timed;
  }

  /** Returns the ids of the threads that virtual threads are mounted on now. */
  static List<Long> threads() {
    return PlatformThreads.all().stream()
        .filter(PermanentThreads::isCarrier)
        .map(Thread::threadId)
        .toList();
  }

  /** Returns how many pieces of work have ended on carriers since {@code before}. */
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
   * Waits for a moment at which no virtual thread runs, or sleeps and may wake, and none has run
   * since a look before. An interrupt does not end the wait, and is kept.
   *
   * @return whether it came within {@code millis}
   */
  static boolean comeToRest(long millis) {
    boolean interrupted = Thread.interrupted();
    try {
      long start = System.nanoTime();
      Carriers before = look();
      while (before.areBusy() || !before.rests.isEmpty()) { // without a carrier, nobody runs
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
