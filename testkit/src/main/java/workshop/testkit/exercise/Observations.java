package workshop.testkit.exercise;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Hands what a test measured to the judge. Tests and judge run on the same thread, one test at a
 * time, so one place is enough.
 */
final class Observations {

  private static final AtomicReference<@Nullable Contrast> CONTRAST = new AtomicReference<>();

  private Observations() {}

  static void publish(Contrast contrast) {
    CONTRAST.set(contrast);
  }

  /** Returns what was published since the last call. */
  static Optional<Contrast> take() {
    return Optional.ofNullable(CONTRAST.getAndSet(null));
  }
}
