package workshop.testkit.thread;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Finds the live platform threads and where they stand.
 *
 * <p>State and stack of a thread are from the same moment here. {@link Thread#getState} and {@link
 * Thread#getStackTrace} one after the other may show a thread that waits, but nowhere.
 */
final class PlatformThreads {

  private static final ThreadMXBean BEAN = ManagementFactory.getThreadMXBean();

  private PlatformThreads() {}

  /** Returns those that are alive, the JVM's own included. */
  static List<Thread> all() {
    ThreadGroup root = Thread.currentThread().getThreadGroup();
    while (root.getParent() != null) {
      root = root.getParent();
    }
    Thread[] threads = new Thread[64];
    int count;
    while ((count = root.enumerate(threads, true)) == threads.length) {
      threads = new Thread[threads.length * 2]; // those that did not fit were left out silently
    }
    return List.of(Arrays.copyOf(threads, count));
  }

  /** Returns where {@code threads} stand, without those that have ended. */
  static List<ThreadSnapshot> standing(List<Thread> threads) {
    long[] ids = threads.stream().mapToLong(Thread::threadId).toArray();
    List<ThreadSnapshot> standing = new ArrayList<>();
    Stream.of(BEAN.getThreadInfo(ids, Integer.MAX_VALUE))
        .filter(Objects::nonNull)
        .map(PlatformThreads::where)
        .forEach(standing::add);
    return standing;
  }

  private static ThreadSnapshot where(ThreadInfo thread) {
    return new ThreadSnapshot(
        thread.getThreadId(),
        thread.getThreadName(),
        false,
        thread.isDaemon(),
        thread.getThreadState(),
        List.of(thread.getStackTrace()));
  }
}
