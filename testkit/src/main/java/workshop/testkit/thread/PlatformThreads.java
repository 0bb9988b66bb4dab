package workshop.testkit.thread;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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

  /**
   * Does the same with only the innermost {@code frames} of each stack, because whole stacks take
   * long.
   */
  static List<ThreadSnapshot> snapshots(List<Thread> threads, int frames) {
    long[] ids = threads.stream().mapToLong(Thread::threadId).toArray();
    ThreadInfo[] infos = BEAN.getThreadInfo(ids, frames);
    List<ThreadSnapshot> snapshots = new ArrayList<>();
    for (int i = 0; i < infos.length; i++) {
      if (infos[i] != null) {
        snapshots.add(snapshot(threads.get(i), infos[i]));
      }
    }
    return snapshots;
  }

  private static ThreadSnapshot snapshot(Thread thread, ThreadInfo info) {
    return new ThreadSnapshot(
        info.getThreadId(),
        info.getThreadName(),
        false,
        info.isDaemon(),
        state(thread, info),
        List.of(info.getStackTrace()));
  }

  /**
   * If a parked virtual thread owns a lock, the MXBean of JDK 25 reports a thread that waits for
   * the lock as runnable: it finds no owner, and considers the lock free.
   */
  private static Thread.State state(Thread thread, ThreadInfo info) {
    boolean waitsForALock = thread.getState() == Thread.State.BLOCKED;
    return waitsForALock ? Thread.State.BLOCKED : info.getThreadState();
  }
}
