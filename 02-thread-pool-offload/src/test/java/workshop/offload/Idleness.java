package workshop.offload;

import static java.lang.Thread.State.RUNNABLE;
import static java.lang.Thread.State.TIMED_WAITING;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import workshop.testkit.suite.Teaching;
import workshop.testkit.thread.Whereabouts;

/** Tells a thread that sleeps until it is woken from one that keeps asking. */
final class Idleness {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** So much computing is more than falling asleep can cost, on any machine. */
  private static final long SPINNING_NANOS = MILLISECONDS.toNanos(300);

  /** Whoever wakes up that often in so short a time was not woken by anybody. */
  private static final long POLLING = 3;

  private static final int LOOKS = 20;

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

  private static Teaching busy(Thread thread, String how) {
    return Teaching.saw(
            "Nobody gave \"%s\" anything to do, and %s.".formatted(thread.getName(), how))
        .means(
            "That is busy waiting: it burns a core, or a battery, to learn again and again that"
                + " there is nothing.")
        .todo("Take from the queue with a method that sleeps until there is something.")
        .evidence("Where it stands", Whereabouts.of(thread).trace());
  }
}
