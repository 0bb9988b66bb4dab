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
import workshop.testkit.thread.Eventually;
import workshop.testkit.thread.ThreadSnapshot;
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
      throw errorLost(what);
    }
  }

  static Diagnosis errorLost(String what) {
    return Diagnosis.observed(
            "The work threw an Error, and the future of %s never completes.".formatted(what))
        .means(
            "A StackOverflowError or an OutOfMemoryError is not an Exception, so catch (Exception"
                + " e) does not catch it. A caller that waits for the future waits forever.")
        .nextStep("Catch Throwable where you complete the future by hand.");
  }

  /**
   * Returns the failure of the future that {@code call} returns. The call itself must not throw.
   */
  static <T> Throwable failureInTheFuture(
      String what, TrackedExecutor executor, Call<CompletableFuture<T>> call) {
    CompletableFuture<T> future;
    try {
      future = call.returnsAtOnce();
    } catch (UnsupportedOperationException todo) {
      throw todo;
    } catch (RuntimeException thrown) {
      throw Diagnosis.observed(
              "%s threw an exception instead of failing the future: %s".formatted(what, thrown))
          .means(
              "The first operation was rejected. The caller handles the future's errors, and"
                  + " does not expect the call itself to throw.")
          .nextStep(
              "Start the first operation inside a stage, or catch what it throws and complete the"
                  + " future with it.")
          .because(thrown);
    }
    return executor.failureOf(what + ", which was rejected,", future);
  }

  /**
   * Expects a failure of this kind; a stage or a lambda may have put the JDK's wrapper around it.
   */
  static void assertIs(Class<? extends Throwable> kind, Throwable failure) {
    assertExactly(kind, withoutWrapper(failure));
  }

  /** Returns the failure without the wrappers of stages and lambdas. */
  static Throwable withoutWrapper(Throwable failure) {
    Throwable bare = bare(failure);
    return bare instanceof UncheckedIOException unchecked ? unchecked.getCause() : bare;
  }

  /** Expects a failure of this kind, with no wrapper but those of the stages. */
  static void assertExactly(Class<? extends Throwable> kind, Throwable failure) {
    Throwable bare = bare(failure);
    if (kind.isInstance(bare)) {
      return;
    }
    throw Diagnosis.observed(
            "The future failed with %s instead of the %s that was thrown."
                .formatted(bare, kind.getSimpleName()))
        .means(
            hasCause(kind, bare)
                ? "The original exception is hidden inside another one. A caller that handles"
                    + " exceptions of the original type will miss it."
                : "The original exception, which gives the reason, is lost.")
        .nextStep(
            "Fail the future with the exception itself. Where a lambda may not throw it, wrap it in"
                + " a CompletionException, the wrapper that stages use themselves.")
        .because(failure);
  }

  /** Expects a failure that is of this kind, or was caused by one. */
  static void assertCausedBy(Class<? extends Throwable> kind, Throwable failure) {
    if (!hasCause(kind, failure)) {
      throw Diagnosis.observed(
              "The future failed with %s, and the %s that was thrown is not its cause."
                  .formatted(failure, kind.getSimpleName()))
          .means("The reason is lost: a log shows only your exception.")
          .nextStep("Pass what was thrown as the cause to the constructor of your exception.")
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
      throw Diagnosis.observed(
              "The future failed with %s, which does not name %s.".formatted(bare(failure), name))
          .means("A developer who reads the log has to guess which file is missing.")
          .nextStep("Pass on the disk's own exception: it names the path.")
          .because(failure);
    }
  }

  /** Expects this very object, with or without the wrappers of stages. */
  static void assertSame(Throwable original, Throwable failure) {
    if (bare(failure) != original) {
      throw Diagnosis.observed(
              "%s was thrown, but the future failed with a different object: %s"
                  .formatted(original, failure))
          .means("A caller that looks for the reason finds a different one, or only a part of it.")
          .nextStep("Pass on the failure unchanged. Do not create a new one.")
          .because(failure);
    }
  }

  /** Expects that the caller can still use the executor. */
  static void assertNotShutDown(String what, TrackedExecutor executor) {
    if (executor.isShutdown()) {
      throw Diagnosis.observed(what + " shut down the executor that it was given.")
          .means("The executor belongs to the caller, who may have more work for it.")
          .nextStep("Close only what you have opened yourself.");
    }
  }

  /**
   * Cancels on a separate thread, because a stage of {@code future} may block the thread that
   * cancels.
   */
  static void cancel(Future<?> future, Disk disk) {
    Call<Boolean> canceling = Call.start("cancel(true)", () -> future.cancel(true));
    if (!Eventually.holds(canceling::hasEnded)) {
      throw OnDisk.shown(
          Diagnosis.observed(
                  "cancel(true) does not return while the disk holds an operation. The thread "
                      + ThreadSnapshot.of(canceling.thread()))
              .means(
                  "A stage of the canceled future runs on the thread that calls cancel. That stage"
                      + " closes the channel while the body still uses it, so it waits for the"
                      + " operation in flight.")
              .nextStep(
                  "Attach the close to the body's future, which is done when the work has ended."),
          disk);
    }
  }

  /** Expects, while the disk holds a close, that the future is not complete yet. */
  static void assertNotDoneBeforeTheClose(Future<?> future, Disk disk) {
    if (future.isDone()) {
      throw OnDisk.shown(
          Diagnosis.observed(
                  "The future is complete, but the disk still holds the close of a file.")
              .means(
                  "A caller that uses the file now may find it locked, or may be unable to delete"
                      + " it. If the close fails, the caller never finds out.")
              .nextStep(
                  "Complete the future after the close. Return the future that whenComplete or"
                      + " handle returns, or complete your own future after the block that closes"
                      + " the file."),
          disk);
    }
  }
}
