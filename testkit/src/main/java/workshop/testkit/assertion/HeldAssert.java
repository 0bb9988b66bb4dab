package workshop.testkit.assertion;

import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.AbstractAssert;
import workshop.disk.Held;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.Eventually;
import workshop.testkit.thread.ThreadSnapshot;

/** Expectations of what waits at a gate. */
public final class HeldAssert extends AbstractAssert<HeldAssert, Held> {

  private HeldAssert(Held held) {
    super(held, HeldAssert.class);
  }

  /** Begins assertions on {@code held}. */
  public static HeldAssert assertThat(Held held) {
    return new HeldAssert(held);
  }

  /**
   * Waits until {@code count} operations are held at the same time. Fails when no thread can run
   * any more before.
   */
  public HeldAssert holdsAtOnce(int count) {
    AtomicInteger most = new AtomicInteger();
    Eventually.orElse(
        () -> most.accumulateAndGet(actual.waiting(), Math::max) >= count,
        () -> oneAfterAnother(most.get(), count));
    return this;
  }

  private static Diagnosis oneAfterAnother(int most, int count) {
    return Diagnosis.observed(
            "%d operations were asked for, and there are threads for all of them; at most %d stood"
                    .formatted(count, most)
                + " before the held disk at the same time")
        .means("this ran one after another: many threads, and the speed of one")
        .nextStep(
            "find what lets the next one start only when the one before has ended: a get() too"
                + " early, a lock, a single thread")
        .evidence("Where your threads stand", ThreadSnapshot.inLearnersCode());
  }
}
