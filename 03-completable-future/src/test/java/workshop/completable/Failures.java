package workshop.completable;

import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.TrackedExecutor;

/** Looks into what a future failed with. */
final class Failures {

  private Failures() {}

  /** Returns the failure without the wrappers that stages put around it. */
  static Throwable bare(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? bare(failure.getCause())
        : failure;
  }

  /** Returns the failure of a future whose work threw an Error: it must not be forgotten. */
  static Throwable ofAnError(String what, TrackedExecutor assistants, CompletableFuture<?> future) {
    try {
      return assistants.failureOf(what + " with an Error", future);
    } catch (Diagnosis inVain) {
      if (future.isDone()) {
        throw inVain;
      }
      throw Diagnosis.observed(
              "An Error was thrown in the middle of the work; the future of %s is not complete, and"
                      .formatted(what)
                  + " nobody is left who could complete it.")
          .means(
              "An Error (StackOverflowError, OutOfMemoryError) is no Exception: catch (Exception e)"
                  + " lets it pass, and whoever waits for the future waits forever.")
          .nextStep("Catch Throwable where you complete the future by hand.");
    }
  }

  /** Expects a failure of this kind, as itself or as a cause. */
  static void assertIs(Class<? extends Throwable> kind, Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (kind.isInstance(at)) {
        return;
      }
    }
    throw Diagnosis.observed("The future failed with " + failure)
        .means("Expected is the " + kind.getSimpleName() + " that was thrown: the reason is lost.")
        .nextStep("Let what was thrown fail the future; a new exception takes it as its cause.")
        .because(failure);
  }

  /** Expects that a missing file is reported as such, by name. */
  static void assertMissing(String name, Throwable failure) {
    assertIs(NoSuchFileException.class, failure);
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (String.valueOf(at.getMessage()).contains(name)) {
        return;
      }
    }
    throw Diagnosis.observed("The failure was: " + failure)
        .means("It does not say that " + name + " is missing.")
        .nextStep("Pass on the disk's own error: it names the path.")
        .because(failure);
  }

  /** Expects that very object, wrapped or not. */
  static void assertSame(Throwable original, Throwable failure) {
    if (bare(failure) != original) {
      throw Diagnosis.observed(
              "The original failure is %s; reported is %s".formatted(original, failure))
          .means("Whoever looks for the reason finds another object, or only a part of its story.")
          .nextStep("Pass the failure on as it is; do not make a new one of it.")
          .because(failure);
    }
  }
}
