package workshop.runner.worker;

import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import workshop.testkit.thread.ThreadSnapshot;

/** Lists all threads of this JVM with their stacks, virtual ones included. */
final class ThreadDump {

  /** How long a thread that is ready to run may wait for a processor on a busy machine. */
  private static final long LOOK_MILLIS = 500;

  private ThreadDump() {}

  /**
   * Returns all threads except the calling one. Takes a little more than half a second. Virtual
   * threads are missing if the JVM cannot write the file that lists them.
   */
  static List<DumpedThread> take() {
    Set<Long> moving = moving();
    Set<Long> deadlocked = deadlocked();
    List<ThreadSnapshot> threads;
    try {
      threads = ThreadSnapshot.everywhere();
    } catch (UncheckedIOException noPlace) {
      threads = ThreadSnapshot.platform();
    }
    return threads.stream()
        .filter(each -> each.id() != Thread.currentThread().threadId())
        .map(each ->
            new DumpedThread(
                each, deadlocked.contains(each.id()), each.virtual() || moving.contains(each.id())))
        .toList();
  }

  /**
   * Returns the platform threads except the calling one, as fast as possible and with little
   * memory, for a JVM that has hardly any memory left.
   */
  static List<DumpedThread> takeQuickly() {
    return ThreadSnapshot.platform().stream()
        .filter(each -> each.id() != Thread.currentThread().threadId())
        .map(each -> new DumpedThread(each, false, true))
        .toList();
  }

  /**
   * Returns the ids of the threads that really use a processor. A thread that waits for the
   * operating system seems to be running. The processor time of a virtual thread counts for its
   * carrier, so all virtual threads are included.
   */
  private static Set<Long> moving() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    if (!threads.isThreadCpuTimeSupported()) {
      return Set.of();
    }
    Map<Long, Long> before = new HashMap<>();
    for (long id : threads.getAllThreadIds()) {
      before.put(id, threads.getThreadCpuTime(id));
    }
    try {
      Thread.sleep(LOOK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return before.entrySet().stream()
        .filter(e -> threads.getThreadCpuTime(e.getKey()) > e.getValue())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Returns the ids of the platform threads that are in a deadlock. */
  private static Set<Long> deadlocked() {
    long[] ids = ManagementFactory.getThreadMXBean().findDeadlockedThreads();
    return ids == null ? Set.of() : LongStream.of(ids).boxed().collect(Collectors.toSet());
  }
}
