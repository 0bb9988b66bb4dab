package workshop.testkit.thread;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import workshop.disk.Held;
import workshop.testkit.diagnosis.Diagnosis;

/**
 * A call to a learner's method on a new thread named {@code caller}, so that a test can see whether
 * the method returns while the disk is held. The methods block the test's thread, but not beyond
 * the {@link Deadline}. All of them rethrow the exception of a stub ({@code
 * UnsupportedOperationException("TODO(…")}) unchanged.
 *
 * @param <T> what the call returns
 */
public final class Call<T extends @Nullable Object> {

  /** Code without a result that may throw. */
  @FunctionalInterface
  public interface Action {
    void run() throws Exception;
  }

  private sealed interface Outcome<T extends @Nullable Object> {}

  private record Returned<T extends @Nullable Object>(T value) implements Outcome<T> {}

  private record Threw<T extends @Nullable Object>(Throwable thrown) implements Outcome<T> {}

  private final String what;
  private final Thread thread;
  private final CallDiagnosis failure;
  private final CountDownLatch ended = new CountDownLatch(1);

  // The latch makes these fields visible to the test.
  private @Nullable Outcome<T> outcome;
  private boolean flagAtTheEnd;

  private Call(String what, Callable<T> body) {
    this.what = requireNonNull(what, "what");
    requireNonNull(body, "body");
    // A daemon: a call that never returns must not keep the JVM of the tests running.
    this.thread = Thread.ofPlatform().name("caller").daemon().unstarted(() -> run(body));
    this.failure = new CallDiagnosis(what, thread);
  }

  /**
   * Starts {@code body} on a new platform thread and returns at once.
   *
   * @param what the call as a learner knows it, such as {@code "read(path)"}
   */
  public static <T extends @Nullable Object> Call<T> start(String what, Callable<T> body) {
    Call<T> call = new Call<>(what, body);
    call.thread.start();
    return call;
  }

  /** Starts {@code body}, which has no result, on a new platform thread and returns at once. */
  public static Call<@Nullable Void> start(String what, Action body) {
    return start(
        what,
        () -> {
          body.run();
          return null;
        });
  }

  private void run(Callable<T> body) {
    try {
      outcome = new Returned<>(CallLog.record(what, body));
    } catch (Throwable thrown) { // the test decides what it means
      outcome = new Threw<>(thrown);
    }
    flagAtTheEnd = Thread.currentThread().isInterrupted();
    ended.countDown();
  }

  /** Returns the thread that the call runs on. */
  public Thread thread() {
    return thread;
  }

  /** Returns whether the call has returned or thrown. */
  public boolean hasEnded() {
    return ended.getCount() == 0;
  }

  /** Waits for the end of the call. Returns its result, or throws what it threw. */
  public T returns() {
    return switch (end()) {
      case Returned<T>(T value) -> value;
      case Threw<T>(Throwable thrown) -> throw Await.asItIs(thrown);
    };
  }

  /**
   * Waits for the end of the call. Returns its result, or throws what it threw. Fails as soon as it
   * is certain that the caller is waiting; {@link #returns()} is more patient.
   */
  public T returnsAtOnce() {
    Quiescence quiescence = new Quiescence();
    boolean back =
        isBackSoon()
            || Eventually.holds(
                this::hasEnded, () -> quiescence.isReached(ThreadSnapshot.of(thread).isParked()));
    if (!back) {
      throw failure.waits();
    }
    return returns();
  }

  /**
   * Waits for the call to throw an {@code expected}, and returns that. A {@link
   * java.util.concurrent.CompletionException} is not unwrapped, because the caller gets it as well.
   */
  public <X extends Throwable> X fails(Class<X> expected) {
    return switch (end()) {
      case Threw<T>(Throwable thrown) when expected.isInstance(thrown) -> expected.cast(thrown);
      case Threw<T>(Throwable thrown) when Await.isTodo(thrown) -> throw Await.asItIs(thrown);
      case Threw<T>(Throwable thrown) -> throw failure.otherError(expected, thrown);
      case Returned<T>(T value) -> throw failure.noError(expected, value);
    };
  }

  /**
   * Waits for the end of the call while {@code held} holds at least one operation. Returns its
   * result, or throws what it threw. The test must not open the gate during this call.
   *
   * <p>Fails if the caller is blocked: at once if its own operation is held, after a second if it
   * waits while another thread's operation is held, and at the deadline if it keeps running. Also
   * fails if the call has ended but no operation arrives and none is on its way.
   */
  public T returnsWhileHeld(Held held) {
    Deadline deadline = Deadline.fromNow();
    Quiescence quiescence = new Quiescence();
    while (!isBackSoon()) {
      boolean somethingIsHeld = held.waiting() > 0;
      boolean late = deadline.hasPassed(); // asked once, so that both checks see the same
      if (held.isHeldBy(thread)
          || quiescence.isReached(somethingIsHeld && ThreadSnapshot.of(thread).isParked())
          || (somethingIsHeld && late)) {
        throw failure.blocked(held);
      }
      if (late) {
        throw failure.notBack(deadline);
      }
    }
    T result = returns();
    // The thread that does the operation may have to start first.
    quiescence = new Quiescence();
    while (held.waiting() == 0) {
      Future<?> future = futureOf(result);
      if (future != null && future.isDone()) {
        throw tooEarly(future, held);
      }
      if ((quiescence.isReached() || deadline.hasPassed()) && held.waiting() == 0) {
        throw failure.nothingStarted(result, held);
      }
      Await.rest(1, what);
    }
    return result;
  }

  /**
   * Waits until {@code held} holds the caller itself, as a blocking call does. Fails if the call
   * ends without that, or if it waits for another thread that is held.
   */
  public void waitsInside(Held held) {
    Deadline deadline = Deadline.fromNow();
    Quiescence quiescence = new Quiescence();
    while (!held.isHeldBy(thread)) {
      if (isBackSoon()) {
        throw cameBack(held);
      }
      boolean anotherIsHeld = held.waiting() > 0 && !held.isHeldBy(thread);
      boolean late = deadline.hasPassed();
      if (quiescence.isReached(anotherIsHeld && ThreadSnapshot.of(thread).isParked())
          || (anotherIsHeld && late)) {
        throw failure.anotherThread(held);
      }
      if (late) {
        throw failure.notBack(deadline);
      }
    }
  }

  /** Interrupts the caller and returns this call at once. */
  public Call<T> interrupt() {
    thread.interrupt();
    return this;
  }

  /**
   * Waits for the end of the call after {@link #interrupt()}. Expects that it set the interrupt
   * flag again, or threw an {@link InterruptedException}.
   */
  public void interruptFlagIsKept() {
    Outcome<T> end = end();
    if (end instanceof Threw<T>(Throwable thrown)) {
      if (Await.isTodo(thrown)) {
        throw Await.asItIs(thrown);
      }
      if (thrown instanceof InterruptedException) {
        return;
      }
    }
    if (!flagAtTheEnd) {
      throw failure.interruptSwallowed();
    }
  }

  private Outcome<T> end() {
    Deadline deadline = Deadline.fromNow();
    Quiescence quiescence = Quiescence.patient();
    if (!isBackSoon() && !Eventually.holds(this::hasEnded, quiescence::isReached)) {
      if (Thread.currentThread().isInterrupted()) {
        throw Await.interrupted("the end of " + what);
      }
      throw failure.notBack(deadline);
    }
    return requireNonNull(outcome);
  }

  private boolean isBackSoon() {
    try {
      return ended.await(Quiescence.LOOK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw Await.interrupted("the end of " + what);
    }
  }

  private Diagnosis cameBack(Held held) {
    return switch (end()) {
      case Threw<T>(Throwable thrown) when Await.isTodo(thrown) -> throw Await.asItIs(thrown);
      case Threw<T>(Throwable thrown) -> failure.cameBack("threw " + thrown, held).because(thrown);
      case Returned<T>(T value) -> failure.cameBack("returned " + CallDiagnosis.show(value), held);
    };
  }

  private Diagnosis tooEarly(Future<?> future, Held held) {
    Throwable why = future.state() == Future.State.FAILED ? future.exceptionNow() : null;
    if (why != null && Await.isTodo(why)) {
      throw Await.asItIs(why);
    }
    return failure.completeTooEarly(future, held).because(why);
  }

  private static @Nullable Future<?> futureOf(@Nullable Object result) {
    return switch (result) {
      case Future<?> future -> future;
      case CompletionStage<?> stage -> stage.toCompletableFuture();
      case null, default -> null;
    };
  }
}
