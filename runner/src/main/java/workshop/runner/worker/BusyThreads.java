package workshop.runner.worker;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Distinguishes endless loops from waits by the processor time of the threads, which other programs
 * do not increase.
 */
final class BusyThreads {

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Map<Long, Long> before = new HashMap<>();
  private final LearnersCode learners;

  /** A thread counts as waiting if it uses a processor for less than this part of the time. */
  private static final int HARDLY = 100;

  private long usedBefore;
  private long lookedAt;
  private long idleSince;

  /** Remembers how long each thread has used a processor so far. */
  BusyThreads(LearnersCode learners) {
    this.learners = learners;
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      before.put(thread.threadId(), processorTime(thread));
    }
  }

  /**
   * Returns for how many nanoseconds only the calling thread has run, judging by successive calls
   * of this method. A thread that is ready and waits for a processor counts as running.
   */
  long idleFor(long now) {
    long used = 0;
    boolean runs = false;
    for (var entry : Thread.getAllStackTraces().entrySet()) {
      Thread thread = entry.getKey();
      StackTraceElement[] stack = entry.getValue();
      if (thread != Thread.currentThread()) {
        used += processorTime(thread);
        boolean waits = stack.length == 0 || stack[0].isNativeMethod();
        runs |= thread.getState() == Thread.State.RUNNABLE && !waits;
      }
    }
    if (runs || used - usedBefore > (now - lookedAt) / HARDLY || idleSince == 0) {
      idleSince = now;
    }
    usedBefore = used;
    lookedAt = now;
    return now - idleSince;
  }

  /** Returns whether a thread has been busy for this long, and is in the learner's code. */
  boolean anyFor(long millis) {
    long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(e -> busy(e.getKey()) >= nanos)
        .anyMatch(e -> learners.line(List.of(e.getValue())).isPresent());
  }

  /**
   * Returns whether the tests' thread is in a deadlock: it waits for a lock whose holder waits,
   * perhaps through others, for the tests' thread. A deadlock of other threads may come from an
   * earlier test.
   */
  boolean isDeadlocked(String testsThread) {
    long[] ids = threads.findDeadlockedThreads();
    if (ids == null) {
      return false;
    }
    return Stream.of(threads.getThreadInfo(ids))
        .anyMatch(info -> info != null && info.getThreadName().equals(testsThread));
  }

  /** Returns a line of the learner's code that runs now, preferably on the thread of the tests. */
  Optional<String> line(String testsThread) {
    return Thread.getAllStackTraces().entrySet().stream()
        .sorted(Comparator.comparing(e -> !e.getKey().getName().equals(testsThread)))
        .flatMap(e -> learners.line(List.of(e.getValue())).stream())
        .findFirst()
        .map(StackTraces::place);
  }

  private long busy(Thread thread) {
    return processorTime(thread) - before.getOrDefault(thread.threadId(), 0L);
  }

  /** Returns the processor time. On a platform that does not report it, every thread seems idle. */
  private long processorTime(Thread thread) {
    return threads.isThreadCpuTimeSupported() ? threads.getThreadCpuTime(thread.threadId()) : 0;
  }
}
