package workshop.offload;

import static java.util.concurrent.TimeUnit.SECONDS;

import workshop.testkit.disk.Gate;
import workshop.testkit.suite.Teaching;
import workshop.testkit.thread.Whereabouts;

/** Tells operations that overlap from operations in single file, by the held disk alone. */
final class Together {

  private static final int LOOKS = 100;
  private static final long CERTAIN_NANOS = SECONDS.toNanos(1);
  private static final long DEADLINE_NANOS = SECONDS.toNanos(10);

  private Together() {}

  /**
   * Waits until {@code count} operations stand before the held disk at the same time. Fails when
   * fewer do and nothing moves any more: nobody computes, look after look, for a second at least.
   */
  static void atTheGate(Gate held, int count) throws InterruptedException {
    long begin = System.nanoTime();
    long still = begin;
    int looks = 0;
    int before = 0;
    while (held.waiting() < count) {
      int now = held.waiting();
      if (now != before || somebodyComputes()) {
        before = now;
        looks = 0;
        still = System.nanoTime();
      }
      looks++;
      boolean certain = looks > LOOKS && System.nanoTime() - still >= CERTAIN_NANOS;
      if (certain || System.nanoTime() - begin >= DEADLINE_NANOS) {
        throw oneAfterAnother(held, count);
      }
      Thread.sleep(5); // between two looks: whatever comes meanwhile is seen by the next one
    }
  }

  /** A thread in a native method is in the hands of the system: that is waiting, too. */
  private static boolean somebodyComputes() {
    long asking = Thread.currentThread().threadId();
    return Whereabouts.everywhere().stream()
        .filter(thread -> thread.id() != asking && thread.state() == Thread.State.RUNNABLE)
        .anyMatch(
            thread -> thread.stack().isEmpty() || !thread.stack().getFirst().isNativeMethod());
  }

  private static Teaching oneAfterAnother(Gate held, int count) {
    return Teaching.saw(
            "%d operations were asked for, and there are threads for all of them; at most %d stood"
                    .formatted(count, held.maxWaiting())
                + " before the held disk at the same time.")
        .means("This ran one after another: many assistants, and the speed of one.")
        .todo(
            "Find what lets the next one start only when the one before has ended: a get() too"
                + " early, a lock, a single thread.")
        .evidence("Where your threads stand", Whereabouts.inLearnersCode());
  }
}
