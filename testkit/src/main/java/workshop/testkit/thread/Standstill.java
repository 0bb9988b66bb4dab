package workshop.testkit.thread;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import workshop.disk.Held;
import workshop.testkit.diagnosis.Diagnosis;

/**
 * Waits for what must come, and gives up once it is certain that it will not: nobody in the program
 * computes, look after look, for a second at least. What has to be woken by a clock is not waited
 * for like this, but with {@link Await}.
 */
public final class Standstill {

  private Standstill() {}

  /**
   * Waits until {@code condition} holds. It is asked every millisecond, on the calling thread.
   *
   * @throws Teaching what {@code otherwise} returns, when all stands still or the deadline is over
   */
  public static void orElse(BooleanSupplier condition, Supplier<Diagnosis> otherwise) {
    Stillness stillness = new Stillness();
    Deadline deadline = Deadline.fromNow();
    while (!condition.getAsBoolean()) {
      boolean over = stillness.look(true) || deadline.hasPassed();
      if (over && !condition.getAsBoolean()) {
        throw otherwise.get();
      }
      Await.rest(1, "something to happen");
    }
  }

  /** Waits until {@code count} operations stand at {@code held} at the same time. */
  public static void unlessAtOnce(Held held, int count) {
    AtomicInteger most = new AtomicInteger();
    orElse(
        () -> most.accumulateAndGet(held.waiting(), Math::max) >= count,
        () -> oneAfterAnother(most.get(), count));
  }

  private static Diagnosis oneAfterAnother(int most, int count) {
    return Diagnosis.observed(
            "%d operations were asked for, and there are threads for all of them; at most %d stood"
                    .formatted(count, most)
                + " before the held disk at the same time")
        .means("this ran one after another: many assistants, and the speed of one")
        .nextStep(
            "find what lets the next one start only when the one before has ended: a get() too"
                + " early, a lock, a single thread")
        .evidence("Where your threads stand", ThreadSnapshot.inLearnersCode());
  }
}
