package workshop.testkit.thread;

import static java.util.stream.Collectors.toCollection;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Finds the live platform threads. The state and the stack of a snapshot are from the same moment,
 * which {@link Thread#getState} and {@link Thread#getStackTrace} do not guarantee.
 */
final class PlatformThreads {

  private static final ThreadMXBean BEAN = ManagementFactory.getThreadMXBean();

  private PlatformThreads() {}

  /** Returns all live threads, the JVM's own included. */
  static List<Thread> all() {
    ThreadGroup root = Thread.currentThread().getThreadGroup();
    while (root.getParent() != null) {
      root = root.getParent();
    }
    Thread[] threads = new Thread[64];
    int count;
    while ((count = root.enumerate(threads, true)) == threads.length) {
      threads = new Thread[threads.length * 2]; // enumerate() drops what does not fit
    }
    return List.of(Arrays.copyOf(threads, count));
  }

  /** Returns snapshots of {@code threads} in a list that can be changed; none of ended threads. */
  static List<ThreadSnapshot> snapshots(List<Thread> threads) {
    return snapshots(threads, Integer.MAX_VALUE);
  }

  /** Does the same with the innermost {@code frames} of each stack: whole stacks take long. */
  static List<ThreadSnapshot> snapshots(List<Thread> threads, int frames) {
    long[] ids = threads.stream().mapToLong(Thread::threadId).toArray();
    return Stream.of(BEAN.getThreadInfo(ids, frames))
        .filter(Objects::nonNull)
        .map(PlatformThreads::snapshot)
        .collect(toCollection(ArrayList::new));
  }

  private static ThreadSnapshot snapshot(ThreadInfo thread) {
    return new ThreadSnapshot(
        thread.getThreadId(),
        thread.getThreadName(),
        false,
        thread.isDaemon(),
        thread.getThreadState(),
        List.of(thread.getStackTrace()));
  }
}
