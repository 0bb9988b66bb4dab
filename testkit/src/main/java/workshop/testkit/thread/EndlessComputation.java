package workshop.testkit.thread;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Finds a thread that never stops computing in the learner's code, such as one in a loop that asks
 * a future whether it is done.
 *
 * <p>It measures processor time, so a busy machine only slows it down.
 */
final class EndlessComputation {

  private static final ThreadMXBean BEAN = ManagementFactory.getThreadMXBean();

  private final Map<Long, Long> atFirst = new HashMap<>();
  private final long limitNanos;

  /**
   * Starts watching.
   *
   * @param limitMillis more processor time than an exercise needs, even without a JIT compiler
   */
  EndlessComputation(long limitMillis) {
    limitNanos = TimeUnit.MILLISECONDS.toNanos(limitMillis);
  }

  /** Takes one look. The calling thread does not count. */
  boolean isGoingOn() {
    boolean found = false;
    for (Thread thread : PlatformThreads.all()) {
      long nanos = BEAN.getThreadCpuTime(thread.threadId()); // -1 if it has ended
      long computed = nanos - atFirst.computeIfAbsent(thread.threadId(), _ -> nanos);
      found |=
          computed > limitNanos && thread != Thread.currentThread() && mayBeTheLearners(thread);
    }
    return found;
  }

  /** A snapshot does not show what a carrier runs, so each carrier counts. */
  private static boolean mayBeTheLearners(Thread thread) {
    return PermanentThreads.isCarrier(thread) || ThreadSnapshot.of(thread).line().isPresent();
  }
}
