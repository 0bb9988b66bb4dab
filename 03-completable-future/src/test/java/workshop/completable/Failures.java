package workshop.completable;

import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import workshop.testkit.suite.Teaching;
import workshop.testkit.thread.Assistants;

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
  static Throwable ofAnError(String what, Assistants assistants, CompletableFuture<?> future) {
    try {
      return assistants.failureOf(what + " with an Error", future);
    } catch (Teaching inVain) {
      if (future.isDone()) {
        throw inVain;
      }
      throw Teaching.saw(
              "An Error was thrown in the middle of the work; the future of %s is not complete, and"
                      .formatted(what)
                  + " nobody is left who could complete it.")
          .means(
              "An Error (StackOverflowError, OutOfMemoryError) is no Exception: catch (Exception e)"
                  + " lets it pass, and whoever waits for the future waits forever.")
          .todo("Catch Throwable where you complete the future by hand.");
    }
  }

  /** Expects a failure of this kind, as itself or as a cause. */
  static void assertIs(Class<? extends Throwable> kind, Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (kind.isInstance(at)) {
        return;
      }
    }
    throw Teaching.saw("The future failed with " + failure)
        .means("Expected is the " + kind.getSimpleName() + " that was thrown: the reason is lost.")
        .todo("Let what was thrown fail the future; a new exception takes it as its cause.")
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
    throw Teaching.saw("The failure was: " + failure)
        .means("It does not say that " + name + " is missing.")
        .todo("Pass on the disk's own error: it names the path.")
        .because(failure);
  }

  /** Expects that very object, wrapped or not. */
  static void assertSame(Throwable original, Throwable failure) {
    if (bare(failure) != original) {
      throw Teaching.saw("The original failure is %s; reported is %s".formatted(original, failure))
          .means("Whoever looks for the reason finds another object, or only a part of its story.")
          .todo("Pass the failure on as it is; do not make a new one of it.")
          .because(failure);
    }
  }
}
