package workshop.offload;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import workshop.testkit.disk.EventThread;
import workshop.testkit.disk.Gate;
import workshop.testkit.suite.Teaching;
import workshop.testkit.thread.Whereabouts;

/**
 * A pool that a suite hands to an exercise. Its threads are known by their names, and closing it
 * never hangs, whatever the exercise has left in it.
 */
final class Assistants extends ThreadPoolExecutor {

  private Assistants(int threads) {
    super(
        threads,
        threads,
        0,
        SECONDS,
        new LinkedBlockingQueue<>(),
        Thread.ofPlatform().name("assistant-", 1).factory());
  }

  /** Returns a pool with {@code threads} threads, {@code assistant-1} and so on. */
  static Assistants hire(int threads) {
    return new Assistants(threads);
  }

  /** Returns whether {@code thread} belongs to such a pool. */
  static boolean isOne(EventThread thread) {
    return thread.name().startsWith("assistant-");
  }

  /** Interrupts what is left. A suite has claimed all its results before. */
  @Override
  public void close() {
    shutdownNow();
  }

  /** Waits until {@code count} operations stand before the held disk together. */
  static void carryAtOnce(Gate held, int count) {
    try {
      held.awaitArrivals(count);
    } catch (AssertionError fewer) {
      throw Teaching.saw(
              "%d reads were asked for, %d threads were free, and the held disk saw only %d at a time."
                  .formatted(count, count, held.maxWaiting()))
          .means("This ran one after another: many assistants, and the speed of one.")
          .todo(
              "Find what lets the next read start only when the one before has ended: a get() too"
                  + " early, a lock, a single thread.")
          .evidence("Where the threads stand", Whereabouts.inLearnersCode())
          .because(fewer);
    }
  }
}
