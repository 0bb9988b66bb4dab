package workshop.runner.worker;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import workshop.runner.core.Frame;

/**
 * Tells code that runs without end from code that waits, long before a deadline: by the time that a
 * thread spent on a processor, which a busy machine does not lengthen.
 */
final class BusyThreads {

  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
  private final Map<Long, Long> before = new HashMap<>();
  private final Set<String> suiteFiles;

  /** Remembers how long each thread has been on a processor until now. */
  BusyThreads(Set<String> suiteFiles) {
    this.suiteFiles = suiteFiles;
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      before.put(thread.threadId(), processorTime(thread));
    }
  }

  /** Returns whether a thread has been busy for so long, and is in the learner's code. */
  boolean anyFor(long millis) {
    long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(e -> busy(e.getKey()) >= nanos)
        .anyMatch(e -> isInLearnersCode(e.getValue()));
  }

  /**
   * Returns whether the thread of the tests waits for a lock whose holder waits, in the end, for
   * it: that never ends. A deadlock among others may be one that an earlier test has left.
   */
  boolean isDeadlocked(String testsThread) {
    long[] ids = threads.findDeadlockedThreads();
    if (ids == null) {
      return false;
    }
    return Stream.of(threads.getThreadInfo(ids))
        .anyMatch(info -> info != null && info.getThreadName().equals(testsThread));
  }

  /** Returns where the learner's code is, the thread of the tests first; nothing if nowhere. */
  Optional<String> line(String testsThread) {
    return Thread.getAllStackTraces().entrySet().stream()
        .sorted(Comparator.comparing(e -> !e.getKey().getName().equals(testsThread)))
        .flatMap(e -> Stream.of(e.getValue()))
        .flatMap(element -> Frame.parse(element.toString()).stream())
        .filter(frame -> frame.isLearners(suiteFiles))
        .findFirst()
        .map(frame -> frame.where() + ", in " + frame.method() + "()");
  }

  private long busy(Thread thread) {
    return processorTime(thread) - before.getOrDefault(thread.threadId(), 0L);
  }

  /** Not every platform can tell; then it is as if no thread were ever busy. */
  private long processorTime(Thread thread) {
    return threads.isThreadCpuTimeSupported() ? threads.getThreadCpuTime(thread.threadId()) : 0;
  }

  private boolean isInLearnersCode(StackTraceElement[] stack) {
    return Stream.of(stack)
        .flatMap(element -> Frame.parse(element.toString()).stream())
        .anyMatch(frame -> frame.isLearners(suiteFiles));
  }
}
