package workshop.vertx;

import io.vertx.core.Future;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import workshop.disk.Gate;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.Await;

/**
 * What a learner's method, called on the event loop, has promised. The methods are for the test's
 * thread; each wait is bounded.
 */
final class Promised<T> {

  private final Kitchen kitchen;
  private final String what;
  private final CompletableFuture<T> result = new CompletableFuture<>();

  Promised(Kitchen kitchen, String call) {
    this.kitchen = kitchen;
    this.what = "the future of " + call;
  }

  /** Runs on the event loop. */
  void place(Callable<Future<T>> body) {
    try {
      Future<T> future = body.call();
      if (future == null) {
        throw Diagnosis.observed("Instead of " + what + " there came null.")
            .means("Whoever called has nothing that could tell when all is done.")
            .nextStep("Return the future at the end of your chain.");
      }
      future.onComplete(result::complete, result::completeExceptionally);
    } catch (Throwable thrown) { // whatever it is, it belongs to the test
      result.completeExceptionally(thrown);
    }
  }

  boolean isDone() {
    return result.isDone();
  }

  /** Returns what the order has failed with; null if it has not, or not yet. */
  Throwable failure() {
    return result.isCompletedExceptionally() ? result.exceptionNow() : null;
  }

  /** Waits for the result and returns it, or throws what the order failed with. */
  T served() {
    awaitEnd();
    if (result.isCompletedExceptionally()) {
      throw rethrow(explained(result.exceptionNow()));
    }
    return result.resultNow();
  }

  /** Waits for the order to fail, and returns with what. */
  Throwable failed() {
    awaitEnd();
    return Await.failure(
        what,
        result.thenApply(value -> "".equals(String.valueOf(value)) ? "nothing in it" : value));
  }

  /** Waits for the order to end, one way or the other; a starter's TODO is thrown. */
  void awaitEnd() {
    Await.until(
        what,
        () -> result.isDone() || kitchen.isBlocked() || kitchen.unhandled() instanceof IOException,
        () ->
            kitchen.unhandled() == null
                ? "the future that was returned is not complete"
                : "the future is not complete, and a handler threw " + kitchen.unhandled());
    if (!result.isDone() && kitchen.isBlocked()) {
      throw kitchen.blocked();
    }
    if (!result.isDone() && !kitchen.comesToPass(result::isDone)) {
      throw unheard(kitchen.unhandled());
    }
    if (result.isCompletedExceptionally()
        && result.exceptionNow() instanceof UnsupportedOperationException todo) {
      throw todo;
    }
  }

  /**
   * Waits until an operation stands at {@code held}; fails if the event loop does no more work
   * then, or if the order is done without. Then opens the gate and returns the result.
   */
  T leavesTheLoopFreeAt(Gate held) {
    arrivesAt(held);
    kitchen.heartbeat().keepsTickingWhile(held, "the event loop");
    isNotDoneWhile(held, "what was begun");
    held.open();
    return served();
  }

  /** Waits until an operation stands at {@code held}; fails if the order is done without. */
  void arrivesAt(Gate held) {
    Await.until(
        held.describe() + " at the disk",
        () -> held.waiting() > 0 || result.isDone() || kitchen.isBlocked(),
        () -> "nobody asked the disk for it, and the future is not complete");
    if (held.waiting() > 0) {
      return;
    }
    if (kitchen.isBlocked()) {
      throw kitchen.blocked();
    }
    T value = served();
    if (kitchen.comesToPass(() -> held.waiting() > 0)) {
      throw doneTooEarly(held, "what was begun");
    }
    throw Diagnosis.observed(
            "%s is complete (%s), and the disk was never asked for %s."
                .formatted(what, value, held.describe()))
        .means(
            "Either the step is missing, or it went past java.nio.file, through java.io: there the"
                + " suite cannot see who waits for it.")
        .nextStep(
            "Take the step through Vert.x's file system, or through java.nio.file on a worker.");
  }

  /** Waits for the order to fail, not before {@code held} has let the closing of a file go. */
  Throwable failedOnlyAfter(Gate held) {
    Await.until(
        held.describe() + " at the disk",
        () -> held.waiting() > 0 || result.isDone() || kitchen.isBlocked(),
        () -> "nobody asked the disk for it, and the future is not complete");
    if (kitchen.isBlocked()) {
      throw kitchen.blocked();
    }
    kitchen.comesToPass(result::isDone);
    if (result.isDone()) {
      throw Diagnosis.observed(
              what + " had failed before the disk was done with " + held.describe() + ".")
          .means(
              "Whoever learns of the failure tries again, say, and meets a file that is still open."
                  + " An onFailure() or onComplete() starts the closing, and nobody waits for it.")
          .nextStep(
              "Put the closing into the chain, on the bad path too: eventually() waits for it, and"
                  + " then hands on the error of the step before it.")
          .because(failure());
    }
    held.open();
    return failed();
  }

  /** Fails if the order is done while {@code held} still keeps an operation. */
  void isNotDoneWhile(Gate held, String step) {
    kitchen.letTheLoopCatchUp();
    kitchen.letTheLoopCatchUp();
    if (result.isDone()) {
      served();
      throw doneTooEarly(held, step);
    }
  }

  private Diagnosis doneTooEarly(Gate held, String step) {
    return Diagnosis.observed(
            "%s was complete while the disk still held %s.".formatted(what, held.describe()))
        .means("Success is reported before it is certain: " + step + " is not done.")
        .nextStep("Chain every step into the future that you return, the last one too.");
  }

  /** A stream of Vert.x that nobody listens to hands its error to whoever keeps the log. */
  private Diagnosis unheard(Throwable error) {
    return Diagnosis.observed("The stream of an open file failed, and nobody heard it: " + error)
        .means(
            what
                + " is not complete, and never will be: an error of a stream is told to its"
                + " exceptionHandler, and neither to the handler nor to the endHandler.")
        .nextStep(
            "Set an exceptionHandler that fails your promise; or use collect() or pipeTo(), whose"
                + " future fails by itself.")
        .because(error);
  }

  /** What {@code Future.await()} throws where nobody may wait says little about where that is. */
  private static Throwable explained(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof Diagnosis) {
        return at; // thrown by what the suite handed in, and wrapped on its way
      }
      if (String.valueOf(at.getMessage()).startsWith("Cannot be called on a Vert.x")) {
        return Diagnosis.observed("await() refused to wait" + line(at) + ": " + at.getMessage())
            .means(
                "On an event loop or a worker, Vert.x delivers results on the thread that would be"
                    + " waiting for them. Only a virtual thread may wait.")
            .nextStep("Compose the steps, or run them on a virtual-thread context.")
            .because(failure);
      }
    }
    return failure;
  }

  /** Returns {@code " at "} and the learner's line in a stack: below it stands the suite. */
  static String line(Throwable thrown) {
    for (StackTraceElement frame : thrown.getStackTrace()) {
      if (frame.getClassName().startsWith("workshop.") && frame.getLineNumber() > 0) {
        return " at " + frame.getFileName() + ":" + frame.getLineNumber();
      }
    }
    return "";
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> RuntimeException rethrow(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
