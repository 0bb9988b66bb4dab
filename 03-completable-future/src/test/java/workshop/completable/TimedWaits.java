package workshop.completable;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import workshop.disk.Gate;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.Eventually;
import workshop.testkit.thread.ThreadSnapshot;

/**
 * Finds code that waits for the disk with a time limit. Such code returns while the disk is held,
 * just like code that never waits.
 */
final class TimedWaits {

  private TimedWaits() {}

  /** Returns what the call returns while {@code held} holds; the caller must not wait. */
  static <T> CompletableFuture<T> returnsWhileHeld(Call<CompletableFuture<T>> call, Gate held) {
    ThreadSnapshot waited = timedWaitOf(call, held);
    CompletableFuture<T> future = call.returnsWhileHeld(held);
    if (waited != null) {
      throw Diagnosis.observed(
              "The call waited for the disk with a time limit, and gave up. The thread " + waited)
          .means(
              "The caller is blocked until the time is up. With a slow disk, every call takes that"
                  + " long.")
          .nextStep("Do not wait for the result at all: return the future at once.")
          .evidence("Where it waited", waited.trace());
    }
    return future;
  }

  /**
   * Watches the caller until it has returned, waits without a limit, or is held by the disk itself.
   */
  private static @Nullable ThreadSnapshot timedWaitOf(Call<?> call, Gate held) {
    AtomicReference<@Nullable ThreadSnapshot> seen = new AtomicReference<>();
    Eventually.holds(() -> {
      Thread.State state = call.thread().getState();
      boolean atTheDisk = held.isHeldBy(call.thread());
      if (state == Thread.State.TIMED_WAITING && !atTheDisk) {
        ThreadSnapshot where = ThreadSnapshot.of(call.thread());
        where.line().ifPresent(learners -> seen.set(where));
      }
      return call.hasEnded() || atTheDisk || state == Thread.State.WAITING;
    });
    return seen.get();
  }
}
