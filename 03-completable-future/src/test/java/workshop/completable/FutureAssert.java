package workshop.completable;

import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import workshop.disk.Disk;
import workshop.testkit.assertion.OnDisk;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.TrackedExecutor;

/** How a future ended, and what it failed with. */
final class FutureAssert {

  private FutureAssert() {}

  /** Returns the failure without the wrappers that stages put around it. */
  static Throwable bare(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? bare(failure.getCause())
        : failure;
  }

  /** Returns the failure of a future whose work threw an Error. */
  static Throwable failureByAnError(
      String what, TrackedExecutor executor, CompletableFuture<?> future) {
    try {
      return executor.failureOf(what + " with an Error", future);
    } catch (Diagnosis inVain) {
      if (future.isDone()) {
        throw inVain;
      }
      throw Diagnosis.observed(
              "An Error was thrown in the middle of the work, and the future of %s never completes."
                  .formatted(what))
          .means(
              "An Error, such as StackOverflowError or OutOfMemoryError, is not an Exception: catch"
                  + " (Exception e) lets it pass. A caller that waits for the future waits forever.")
          .nextStep("Catch Throwable where you complete the future by hand.");
    }
  }

  /** Returns what the future of {@code call} fails with; the call itself must not throw. */
  static <T> Throwable failureInTheFuture(
      String what, TrackedExecutor executor, Call<CompletableFuture<T>> call) {
    CompletableFuture<T> future;
    try {
      future = call.returnsAtOnce();
    } catch (UnsupportedOperationException todo) {
      throw todo;
    } catch (RuntimeException thrown) {
      throw Diagnosis.observed(
              "The first operation was refused, and %s threw to its caller: %s"
                  .formatted(what, thrown))
          .means(
              "A caller expects every error in the future. It does not expect a thrown exception, so no code handles it.")
          .nextStep(
              "Start the first operation inside a stage, or catch what it throws and complete the"
                  + " future with it.")
          .because(thrown);
    }
    return executor.failureOf(what + ", which was refused,", future);
  }

  /**
   * Expects a failure of this kind; a stage or a lambda may have put the JDK's wrapper around it.
   */
  static void assertIs(Class<? extends Throwable> kind, Throwable failure) {
    Throwable bare = bare(failure);
    assertExactly(
        kind, bare instanceof UncheckedIOException unchecked ? unchecked.getCause() : bare);
  }

  /** Expects a failure of this kind, with no wrapper but those of the stages. */
  static void assertExactly(Class<? extends Throwable> kind, Throwable failure) {
    Throwable bare = bare(failure);
    if (kind.isInstance(bare)) {
      return;
    }
    throw Diagnosis.observed("The future failed with " + bare + ".")
        .means(
            hasCause(kind, bare)
                ? "The %s that was thrown is hidden inside it, and a caller that handles that kind of"
                        .formatted(kind.getSimpleName())
                    + " exception does not find it."
                : "The %s that was thrown is lost, and with it the reason."
                    .formatted(kind.getSimpleName()))
        .nextStep(
            "Fail the future with the exception itself. Where a lambda may not throw it, wrap it in a"
                + " CompletionException: stages take that one off again.")
        .because(failure);
  }

  /** Expects a failure that is of this kind, or was caused by one. */
  static void assertCausedBy(Class<? extends Throwable> kind, Throwable failure) {
    if (!hasCause(kind, failure)) {
      throw Diagnosis.observed("The future failed with " + failure + ".")
          .means("The reason is lost: it was a " + kind.getSimpleName() + ".")
          .nextStep("Keep what was thrown as the cause of your own exception.")
          .because(failure);
    }
  }

  private static boolean hasCause(Class<? extends Throwable> kind, Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (kind.isInstance(at)) {
        return true;
      }
    }
    return false;
  }

  /** Expects that a missing file is reported as such, by name. */
  static void assertMissing(String name, Throwable failure) {
    assertIs(NoSuchFileException.class, failure);
    if (!String.valueOf(bare(failure)).contains(name)) {
      throw Diagnosis.observed("The future failed with " + bare(failure) + ".")
          .means("The message does not say that " + name + " is missing.")
          .nextStep("Pass on the disk's own exception: it names the path.")
          .because(failure);
    }
  }

  /** Expects that very object, wrapped by stages or not. */
  static void assertSame(Throwable original, Throwable failure) {
    if (bare(failure) != original) {
      throw Diagnosis.observed(
              "What was thrown is %s. The future failed with %s.".formatted(original, failure))
          .means("A caller that looks for the reason finds another object, or half of the story.")
          .nextStep("Pass the failure on as it is. Do not make a new one.")
          .because(failure);
    }
  }

  /** Expects, while the disk holds a close, that the future is not complete yet. */
  static void assertNotDoneBeforeTheClose(Future<?> future, Disk disk) {
    if (future.isDone()) {
      throw OnDisk.shown(
          Diagnosis.observed(
                  "The future is complete, and the disk still holds the close of a file.")
              .means(
                  "A caller that uses the file now may find it locked, or cannot delete it. If the"
                      + " close fails, the caller never learns of it.")
              .nextStep(
                  "Complete the future after the close: return the future that whenComplete or"
                      + " handle returns, or complete your own after the block that closes."),
          disk);
    }
  }
}
