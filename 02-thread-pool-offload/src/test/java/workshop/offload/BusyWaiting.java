package workshop.offload;

import static java.lang.Thread.State.RUNNABLE;
import static java.lang.Thread.State.TIMED_WAITING;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.Eventually;
import workshop.testkit.thread.ThreadSnapshot;

/** Tells a thread that sleeps until it is woken from one that polls. */
final class BusyWaiting {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** More processor time than falling asleep can cost, on any machine. */
  private static final long SPINNING_NANOS = MILLISECONDS.toNanos(300);

  /** A thread without work that wakes up this often within a few looks is polling. */
  private static final long POLLING = 3;

  private static final int LOOKS = 20;

  private static final long A_SECOND_NANOS = SECONDS.toNanos(1);

  private BusyWaiting() {}

  /**
   * Expects that {@code thread}, which has no work, sleeps and keeps sleeping. Works for platform
   * threads only: the JVM does not report the processor time of a virtual thread.
   */
  static void assertSleeps(Thread thread) throws InterruptedException {
    ThreadInfo first = THREADS.getThreadInfo(thread.threadId());
    long start = THREADS.getThreadCpuTime(thread.threadId());
    long computed = start;
    int asleep = 0;
    int withLimit = 0;
    while (first != null && asleep < LOOKS) {
      Thread.sleep(5); // between two looks
      ThreadInfo now = THREADS.getThreadInfo(thread.threadId());
      long before = computed;
      computed = THREADS.getThreadCpuTime(thread.threadId());
      if (now == null) {
        throw ended(thread);
      }
      if (computed - start > SPINNING_NANOS) {
        throw busy(thread, "kept a processor busy");
      }
      // In a native method a thread counts as runnable even while it sleeps there.
      boolean sleeps = now.getThreadState() != RUNNABLE || (now.isInNative() && computed == before);
      if (asleep == 0) {
        first = now;
      }
      asleep += sleeps ? 1 : 0;
      withLimit += now.getThreadState() == TIMED_WAITING ? 1 : 0;
      long wokeUp = now.getWaitedCount() - first.getWaitedCount();
      if (wokeUp >= POLLING) {
        throw busy(thread, "woke up " + wokeUp + " times");
      }
    }
    if (withLimit >= LOOKS) {
      throw busy(thread, "kept waking up after a time limit to check again,");
    }
  }

  /**
   * Expects that {@code thread}, which waits for another thread, sleeps until it is woken. Returns
   * as soon as it does, or has ended.
   */
  static void assertBlocks(Thread thread) throws InterruptedException {
    long computed = 0;
    while (thread.getState() == RUNNABLE && computed <= SPINNING_NANOS) {
      Thread.sleep(1); // between two looks
      computed = THREADS.getThreadCpuTime(thread.threadId());
    }
    if (computed > SPINNING_NANOS && thread.getState() == RUNNABLE) {
      throw Diagnosis.observed(
              "While the disk was held, the waiting thread \"%s\" kept a processor busy."
                  .formatted(thread.getName()))
          .means(
              "That is busy waiting: the thread uses a core just to find out that the result is not"
                  + " there yet.")
          .nextStep("Sleep until there is a result: the get() method of the future does that.")
          .evidence("Where it is", ThreadSnapshot.of(thread).trace());
    }
    if (thread.getState() == TIMED_WAITING) {
      throw Diagnosis.observed(
              "While the disk was held, the waiting thread \"%s\" waited with a time limit."
                  .formatted(thread.getName()))
          .means(
              "A wait with a time limit either gives up too early, or has to be repeated, which"
                  + " is polling.")
          .nextStep("Wait in get() without a limit: it returns as soon as there is a result.")
          .evidence("Where it is", ThreadSnapshot.of(thread).trace());
    }
  }

  /**
   * Expects that one more virtual thread gets its turn. Gives up once the processors have computed
   * for so long that it would have had one. Counting processor time instead of seconds keeps a busy
   * machine from failing a right answer.
   */
  static void assertVirtualThreadsCanRun() {
    long enough = computedByAll() + Runtime.getRuntime().availableProcessors() * A_SECOND_NANOS;
    Thread other = Thread.startVirtualThread(() -> {});
    Eventually.orElse(
        () -> !other.isAlive() || computedByAll() > enough, BusyWaiting::othersAreShutOut);
    if (other.isAlive()) {
      throw othersAreShutOut();
    }
  }

  /** Returns the processor time of all threads of this JVM since it started. */
  private static long computedByAll() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static Diagnosis othersAreShutOut() {
    return Diagnosis.observed(
            "Your orders wait in a loop, so another virtual thread could not run.")
        .means(
            "There are only as many carriers as processors. An order that checks in a loop never"
                + " releases its carrier. Thread.yield() only lets the next order check.")
        .nextStep("Wait for the disk pool with get(), where a virtual thread releases its carrier.")
        .evidence("Where your threads are", ThreadSnapshot.inLearnersCode());
  }

  private static Diagnosis ended(Thread thread) {
    return Diagnosis.observed(
            "The thread \"%s\" had no work, and it ended.".formatted(thread.getName()))
        .means("No thread is left to run the next task.")
        .nextStep("Let the loop sleep until there is a task, and end only after close().");
  }

  private static Diagnosis busy(Thread thread, String how) {
    return Diagnosis.observed(
            "The thread \"%s\" had no work, but it %s instead of sleeping."
                .formatted(thread.getName(), how))
        .means("That is busy waiting: it costs processor time and power, and nothing gets done.")
        .nextStep("Take tasks from the queue with a method that sleeps until there is a task.")
        .evidence("Where it is", ThreadSnapshot.of(thread).trace());
  }
}
