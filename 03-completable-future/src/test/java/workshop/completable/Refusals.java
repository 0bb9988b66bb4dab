package workshop.completable;

import java.util.concurrent.CompletableFuture;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.TrackedExecutor;

/** What is refused before it has begun. */
final class Refusals {

  private Refusals() {}

  /** Returns what the future fails with; the call itself must not throw. */
  static <T> Throwable inTheFuture(
      String what, TrackedExecutor assistants, Call<CompletableFuture<T>> call) {
    CompletableFuture<T> future;
    try {
      future = call.returnsAtOnce();
    } catch (RuntimeException thrown) {
      throw Diagnosis.observed(
              "the first operation was refused, and %s threw %s".formatted(what, thrown))
          .means(
              "Whoever calls expects one way for errors, the future. Two ways mean that one of them is"
                  + " forgotten.")
          .nextStep(
              "The first call of read or write can throw like every later one: let that, too,"
                  + " complete the future.")
          .because(thrown);
    }
    return assistants.failureOf(what + " of what is refused at once", future);
  }
}
