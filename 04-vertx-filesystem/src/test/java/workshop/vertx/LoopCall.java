package workshop.vertx;

import io.vertx.core.Future;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.Await;

/** A call to a learner's method on the event loop, and the future that it returned. */
final class LoopCall<T> {

  private final EventLoop loop;
  private final String future;
  private final CompletableFuture<T> result = new CompletableFuture<>();
  private volatile Thread completer;

  LoopCall(EventLoop loop, String name) {
    this.loop = loop;
    this.future = "the future of " + name;
  }

  /** Runs on the event loop. */
  void run(Callable<Future<T>> body) {
    try {
      Future<T> returned = body.call();
      if (returned == null) {
        throw EventLoopDiagnosis.nullReturned(future);
      }
      returned.onComplete(ended -> {
        completer = Thread.currentThread();
        if (ended.succeeded()) {
          result.complete(ended.result());
        } else {
          result.completeExceptionally(ended.cause());
        }
      });
    } catch (Throwable thrown) { // the test reports whatever it is
      result.completeExceptionally(thrown);
    }
  }

  boolean isDone() {
    return result.isDone();
  }

  /** Returns the error of the call, or null if it has not failed yet. */
  Throwable failure() {
    return result.isCompletedExceptionally() ? result.exceptionNow() : null;
  }

  /** Waits for the result and returns it, or throws what the call failed with. */
  T result() {
    awaitEnd();
    if (result.isCompletedExceptionally()) {
      throw rethrow(explained(result.exceptionNow()));
    }
    return result.resultNow();
  }

  /**
   * Waits for the result like {@link #result()}, but does not check any thread, so that a
   * measurement is not disturbed.
   */
  T resultInTime() {
    return Await.result(future, result);
  }

  /** Waits for the call to fail, and returns its error. */
  Throwable failed() {
    awaitEnd();
    return Await.failure(
        future,
        result.thenApply(value -> "".equals(String.valueOf(value)) ? "nothing in it" : value));
  }

  /** Waits for the call to fail because a write has failed, and fails if it wrote again. */
  Throwable failedWithoutRetry(Disk disk) {
    awaitEnd();
    List<DiskEvent> writes = disk.recording().only(Op.WRITE).events();
    boolean again =
        writes.stream()
            .filter(each -> each.hasEnded() && !each.isDone())
            .anyMatch(failed -> writes.stream().anyMatch(each -> isRetryOf(failed, each)));
    if (again && !result.isCompletedExceptionally()) {
      throw EventLoopDiagnosis.triesAgain(future, disk.recording());
    }
    return failed();
  }

  private static boolean isRetryOf(DiskEvent failed, DiskEvent write) {
    return write.startNanos() > failed.endNanos() && write.position() == failed.position();
  }

  /** Fails if the future was completed on a thread other than the event loop's. */
  void completedOnTheLoop() {
    if (completer != null && completer != loop.thread()) {
      throw EventLoopDiagnosis.completedElsewhere(future, completer);
    }
  }

  /** Waits for the future to complete, one way or the other. A starter's TODO is thrown. */
  void awaitEnd() {
    if (!loop.eventually(() -> result.isDone() || loop.unhandled() instanceof IOException)) {
      throw EventLoopDiagnosis.neverCompletes(future, loop.thread());
    }
    if (!loop.eventually(result::isDone)) {
      throw EventLoopDiagnosis.unhandledStreamError(future, loop.unhandled());
    }
    if (result.isCompletedExceptionally()
        && result.exceptionNow() instanceof UnsupportedOperationException todo) {
      throw todo;
    }
  }

  /**
   * Waits until an operation is held. Fails if the event loop is not free then, or if the call is
   * done without the operation. Then opens the gate and returns the result.
   */
  T leavesTheLoopFreeAt(Gate held) {
    reaches(held);
    loop.heartbeat().keepsTickingWhile(held, "the event loop");
    isNotDoneWhile(held, "a step is still running");
    setsNoTimerWhile(held);
    held.open();
    return result();
  }

  /** Waits until an operation is held; fails if the call is done without it. */
  void reaches(Gate held) {
    awaitHeldOrEnd(held);
    if (held.waiting() > 0) {
      return;
    }
    T value = result();
    if (loop.eventually(() -> held.waiting() > 0)) {
      throw EventLoopDiagnosis.doneTooEarly(future, held, "a step is still running");
    }
    throw EventLoopDiagnosis.notThroughTheDisk(future, value, held);
  }

  private void awaitHeldOrEnd(Gate held) {
    if (!loop.eventually(() -> held.waiting() > 0 || result.isDone())) {
      throw EventLoopDiagnosis.neverCompletes(future, loop.thread());
    }
  }

  /** Waits for the call to fail. Fails if it does so before {@code held} releases the operation. */
  Throwable failsOnlyAfter(Gate held) {
    awaitHeldOrEnd(held);
    if (!loop.quietWithout(result::isDone)) {
      throw EventLoopDiagnosis.failedTooEarly(future, held, failure());
    }
    held.open();
    return failed();
  }

  /** Fails if the call is done while {@code held} still holds an operation. */
  void isNotDoneWhile(Gate held, String step) {
    loop.awaitTurn();
    loop.awaitTurn();
    if (result.isDone()) {
      result();
      throw EventLoopDiagnosis.doneTooEarly(future, held, step);
    }
  }

  /** Fails if the code waits for a fixed time instead of for {@code held}. */
  private void setsNoTimerWhile(Gate held) {
    if (loop.hasTimer()) {
      throw EventLoopDiagnosis.setsATimer(held);
    }
  }

  /**
   * Replaces the error of an {@code await()} on the event loop, because its message names no line.
   */
  private static Throwable explained(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof Diagnosis) {
        return at; // thrown by a function that the suite passed in
      }
      if (String.valueOf(at.getMessage()).startsWith("Cannot be called on a Vert.x")) {
        return EventLoopDiagnosis.awaitRefused(line(at), at, failure);
      }
    }
    return failure;
  }

  /**
   * Returns {@code " at "} and the innermost line of the workshop in a stack, or an empty string.
   */
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
