package workshop.offload;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import workshop.testkit.disk.Gate;
import workshop.testkit.suite.Teaching;
import workshop.testkit.thread.Whereabouts;

/**
 * Waits for what must come, and gives up once it is certain that it will not: nobody computes, look
 * after look, for a second at least. Without a clock, and without a long wait for nothing.
 */
final class Standstill {

  private static final int LOOKS = 100;
  private static final long CERTAIN_NANOS = SECONDS.toNanos(1);
  private static final long DEADLINE_NANOS = SECONDS.toNanos(10);

  private Standstill() {}

  /** Waits until {@code condition} holds, or throws {@code otherwise}. */
  static void orElse(BooleanSupplier condition, Supplier<Teaching> otherwise)
      throws InterruptedException {
    long begin = System.nanoTime();
    long still = begin;
    int looks = 0;
    while (!condition.getAsBoolean()) {
      looks++;
      if (Whereabouts.somebodyIsBusy()) {
        looks = 0;
        still = System.nanoTime();
      }
      boolean certain = looks >= LOOKS && System.nanoTime() - still >= CERTAIN_NANOS;
      if (certain || System.nanoTime() - begin >= DEADLINE_NANOS) {
        throw otherwise.get();
      }
      Thread.sleep(5); // between two looks: whatever comes meanwhile is seen by the next one
    }
  }

  /** Waits until {@code count} operations stand before the held disk at the same time. */
  static void unlessAtOnce(Gate held, int count) throws InterruptedException {
    orElse(() -> held.waiting() >= count, () -> oneAfterAnother(held, count));
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
