package workshop.testkit.assertion;

import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.AbstractAssert;
import workshop.disk.Held;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Eventually;
import workshop.testkit.thread.ThreadSnapshot;

/** Assertions on held operations. */
public final class HeldAssert extends AbstractAssert<HeldAssert, Held> {

  private HeldAssert(Held held) {
    super(held, HeldAssert.class);
  }

  /** Begins assertions on {@code held}. */
  public static HeldAssert assertThat(Held held) {
    return new HeldAssert(held);
  }

  /**
   * Waits until {@code count} operations are held at the same time. Fails if the program becomes
   * quiet first.
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
            "%d operations could run at the same time, but at most %d reached the disk"
                .formatted(count, most))
        .means("the operations ran one after another, so many threads are as slow as one")
        .nextStep(
            "find what makes each operation wait for the previous one: a get() that comes too"
                + " early, a lock, or a pool with one thread")
        .evidence(Await.WHERE_THREADS_ARE, ThreadSnapshot.inLearnersCode());
  }
}
