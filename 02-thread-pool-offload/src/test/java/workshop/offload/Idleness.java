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
import workshop.testkit.thread.Standstill;
import workshop.testkit.thread.ThreadSnapshot;

/** Tells a thread that sleeps until it is woken from one that keeps asking. */
final class Idleness {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** So much computing is more than falling asleep can cost, on any machine. */
  private static final long SPINNING_NANOS = MILLISECONDS.toNanos(300);

  /** Whoever wakes up that often in so short a time was not woken by anybody. */
  private static final long POLLING = 3;

  private static final int LOOKS = 20;

  private static final long A_SECOND_NANOS = SECONDS.toNanos(1);

  private Idleness() {}

  /**
   * Expects that {@code thread}, to which nobody gives anything to do, sleeps and goes on sleeping.
   * A virtual thread is taken at its word: the JVM does not tell what it costs.
   */
  static void assertAsleep(Thread thread) throws InterruptedException {
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
      if (now == null || computed - start > SPINNING_NANOS) {
        throw busy(thread, now == null ? "it ended" : "it computes without a pause");
      }
      // In a native method a thread is called runnable, also when it sleeps there.
      boolean sleeps = now.getThreadState() != RUNNABLE || (now.isInNative() && computed == before);
      if (asleep == 0) {
        first = now;
      }
      asleep += sleeps ? 1 : 0;
      withLimit += now.getThreadState() == TIMED_WAITING ? 1 : 0;
      long wokeUp = now.getWaitedCount() - first.getWaitedCount();
      if (wokeUp >= POLLING) {
        throw busy(thread, "it woke up " + wokeUp + " times meanwhile");
      }
    }
    if (withLimit >= LOOKS) {
      throw busy(thread, "it waits with a time limit, to wake up and look again");
    }
  }

  /**
   * Expects that {@code thread}, which waits for what somebody else does, lets go of the processor
   * meanwhile. Returns as soon as it does, or has ended.
   */
  static void assertWaits(Thread thread) throws InterruptedException {
    long computed = 0;
    while (thread.getState() == RUNNABLE && computed <= SPINNING_NANOS) {
      Thread.sleep(1); // between two looks
      computed = THREADS.getThreadCpuTime(thread.threadId());
    }
    if (computed > SPINNING_NANOS && thread.getState() == RUNNABLE) {
      throw Diagnosis.observed(
              "The disk is held, and \"%s\", which waits for it, computes without a pause."
                  .formatted(thread.getName()))
          .means("That is busy waiting: it burns a core to learn that it is not done yet.")
          .nextStep("Sleep until there is a result: that is what get() of the future does.")
          .evidence("Where it stands", ThreadSnapshot.of(thread).trace());
    }
  }

  /**
   * Expects that one more virtual thread has its turn. Gives up when all processors have computed
   * for so long that it would have had it: it is not a matter of time, others may be busy, too.
   */
  static void assertOthersHaveTheirTurn() {
    long enough = computedByAll() + Runtime.getRuntime().availableProcessors() * A_SECOND_NANOS;
    Thread other = Thread.startVirtualThread(() -> {});
    Standstill.orElse(
        () -> !other.isAlive() || computedByAll() > enough, Idleness::othersAreShutOut);
    if (other.isAlive()) {
      throw othersAreShutOut();
    }
  }

  /** Nanoseconds, of all threads of this JVM since it started. */
  private static long computedByAll() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static Diagnosis othersAreShutOut() {
    return Diagnosis.observed("Another virtual thread was started, and does not get its turn.")
        .means(
            "There are as many carriers as cores, and the threads of the orders keep them all:"
                + " a thread that asks again and again never waits, and yield() gives "
            + "the carrier only to the next one that asks.")
        .nextStep("Wait for the disk in get(): that gives the carrier back.")
        .evidence("Where your threads stand", ThreadSnapshot.inLearnersCode());
  }

  private static Diagnosis busy(Thread thread, String how) {
    return Diagnosis.observed(
            "There was nothing for \"%s\" to do, and %s.".formatted(thread.getName(), how))
        .means(
            "That is busy waiting: it burns a core, or a battery, to learn again and again that"
                + " there is nothing.")
        .nextStep("Take from the queue with a method that sleeps until there is something.")
        .evidence("Where it stands", ThreadSnapshot.of(thread).trace());
  }
}
