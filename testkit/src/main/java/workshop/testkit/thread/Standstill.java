package workshop.testkit.thread;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import workshop.disk.Held;
import workshop.testkit.assertion.HeldAssert;
import workshop.testkit.diagnosis.Diagnosis;

/** The old name of {@link Eventually}, while suites move to it. */
public final class Standstill {

  private Standstill() {}

  public static void orElse(BooleanSupplier condition, Supplier<Diagnosis> otherwise) {
    Eventually.orElse(condition, otherwise);
  }

  public static void unlessAtOnce(Held held, int count) {
    HeldAssert.assertThat(held).holdsAtOnce(count);
  }
}
