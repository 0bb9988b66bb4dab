package workshop.testkit.thread;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import workshop.testkit.suite.Teaching;

/**
 * A call that runs on a thread of its own; see {@link Caller}. Its methods are for the test's
 * thread, which they block, within the deadline of {@link Await}.
 *
 * @param <T> what the call returns
 */
public final class Call<T extends @Nullable Object> {

  private sealed interface Outcome<T extends @Nullable Object> {}

  private record Returned<T extends @Nullable Object>(T value) implements Outcome<T> {}

  private record Threw<T extends @Nullable Object>(Throwable thrown) implements Outcome<T> {}

  private final String what;
  private final Thread thread;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile @Nullable Outcome<T> outcome;
  private volatile boolean flagAtTheEnd;

  Call(String what, Callable<T> body) {
    this.what = requireNonNull(what, "what");
    requireNonNull(body, "body");
    // A daemon: a call that never comes back must not keep the JVM of the tests.
    this.thread = Thread.ofPlatform().name("caller").daemon().unstarted(() -> run(body));
  }

  private void run(Callable<T> body) {
    try {
      outcome = new Returned<>(body.call());
    } catch (Throwable thrown) { // whatever it is, it belongs to the test
      outcome = new Threw<>(thrown);
    }
    flagAtTheEnd = Thread.currentThread().isInterrupted();
    ended.countDown();
  }

  Call<T> start() {
    thread.start();
    return this;
  }

  /** Returns the thread that the call runs on. */
  public Thread thread() {
    return thread;
  }

  /** Returns whether the call has come back, with a result or by throwing. */
  public boolean isBack() {
    return ended.getCount() == 0;
  }

  /** Waits for the call to come back; returns its result, or throws what it threw. */
  public T returns() {
    return resultOf(end());
  }

  /**
   * Waits for the call to throw an {@code expected}, and returns that.
   *
   * <p>A {@link java.util.concurrent.CompletionException} is not looked into: it is what the caller
   * gets.
   */
  public <X extends Throwable> X fails(Class<X> expected) {
    return switch (end()) {
      case Threw<T>(Throwable thrown) when expected.isInstance(thrown) -> expected.cast(thrown);
      case Threw<T>(Throwable thrown) ->
          throw Teaching.saw(what + " threw " + thrown)
              .means("the caller expects " + expected.getSimpleName() + " and would not catch this")
              .todo("let the original error through, or throw a " + expected.getSimpleName())
              .because(thrown);
      case Returned<T>(T value) ->
          throw Teaching.saw(what + " returned " + show(value) + " and threw nothing")
              .means("an error was swallowed: the caller takes this for a success")
              .todo("let the caller have the " + expected.getSimpleName());
    };
  }

  /**
   * Waits for the call to come back while {@code held} keeps at least one operation waiting, and
   * returns its result, or throws what it threw.
   *
   * <p>Fails if the caller is blocked: at once when its thread stands at {@code held} itself, after
   * a second when it waits for somebody else while an operation stands there, and at the deadline
   * if it keeps running. Fails also if the call came back but no operation ever arrives. Nobody may
   * let operations go meanwhile.
   */
  public T returnsWhileHeld(Held held) {
    Deadline deadline = Deadline.fromNow();
    Stillness stillness = new Stillness();
    while (!isBackSoon()) {
      boolean busyDisk = held.waiting() > 0;
      Whereabouts caller = Whereabouts.of(thread);
      if (held.isHeldBy(thread)
          || stillness.look(busyDisk && caller.isParked())
          || (busyDisk && deadline.hasPassed())) {
        throw blocked(held);
      }
      if (deadline.hasPassed()) {
        throw notBack(deadline);
      }
    }
    T result = resultOf(requireNonNull(outcome));
    while (held.waiting() == 0) {
      if (deadline.hasPassed() || isComplete(result)) {
        throw nothingHeld(result);
      }
      Await.rest(1, what);
    }
    return result;
  }

  /**
   * Waits until the caller itself stands at {@code held}: what a blocking call is expected to do.
   *
   * <p>Fails if the call comes back without, or if it waits for another thread that stands there.
   */
  public void waitsInside(Held held) {
    Deadline deadline = Deadline.fromNow();
    Stillness stillness = new Stillness();
    while (!held.isHeldBy(thread)) {
      if (isBackSoon()) {
        throw cameBack(held);
      }
      boolean anotherIsHeld = held.waiting() > 0 && !held.isHeldBy(thread);
      if (stillness.look(anotherIsHeld && Whereabouts.of(thread).isParked())) {
        throw anotherThread(held);
      }
      if (deadline.hasPassed()) {
        throw anotherIsHeld ? anotherThread(held) : notBack(deadline);
      }
    }
  }

  /** Interrupts the caller and returns this call at once. */
  public Call<T> interrupt() {
    thread.interrupt();
    return this;
  }

  /**
   * Waits for the call to come back after {@link #interrupt()}, and checks that the interrupt was
   * passed on: by the caller's interrupt flag, or by an {@link InterruptedException}.
   */
  public void interruptFlagIsKept() {
    if (end() instanceof Threw<T>(Throwable thrown) && thrown instanceof InterruptedException) {
      return;
    }
    if (!flagAtTheEnd) {
      throw Teaching.saw(
              "the caller was interrupted, but when " + what + " came back, nothing told of it")
          .means(
              "an InterruptedException clears the flag; who catches it and goes on hides the"
                  + " request to stop from everybody further up")
          .todo("set the flag again in the catch block, or let the InterruptedException through");
    }
  }

  private Outcome<T> end() {
    Deadline deadline = Deadline.fromNow();
    try {
      if (!ended.await(deadline.remainingNanos(), TimeUnit.NANOSECONDS)) {
        throw notBack(deadline);
      }
    } catch (InterruptedException e) {
      throw Await.interrupted("the end of " + what);
    }
    return requireNonNull(outcome);
  }

  private boolean isBackSoon() {
    try {
      return ended.await(Stillness.LOOK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw Await.interrupted("the end of " + what);
    }
  }

  private T resultOf(Outcome<T> end) {
    return switch (end) {
      case Returned<T>(T value) -> value;
      case Threw<T>(Throwable thrown) -> throw Await.asItIs(thrown);
    };
  }

  private static boolean isComplete(@Nullable Object result) {
    return switch (result) {
      case Future<?> future -> future.isDone();
      case CompletionStage<?> stage -> stage.toCompletableFuture().isDone();
      case null, default -> false;
    };
  }

  private static String show(@Nullable Object value) {
    return value == null ? "nothing" : String.valueOf(value);
  }

  private Teaching blocked(Held held) {
    Whereabouts caller = Whereabouts.of(thread);
    boolean itself = held.isHeldBy(thread);
    return Teaching.saw(
            "you blocked the caller: "
                + what
                + " did not come back while the disk holds "
                + held.describe()
                + "\nthe thread "
                + caller)
        .means(
            itself
                ? "the caller's own thread does the file operation, so it can do nothing else until"
                    + " the disk answers"
                : "another thread does the file operation, but the caller waits for it, so nothing"
                    + " is won: it can do nothing else until the disk answers")
        .todo(
            itself
                ? "hand the operation to another thread and return at once; deliver the result"
                    + " through what you return"
                : "do not wait here: return at once what will be completed later, and let the"
                    + " caller decide when to wait")
        .evidence("Where the caller stands", caller.trace());
  }

  private Teaching notBack(Deadline deadline) {
    Whereabouts caller = Whereabouts.of(thread);
    return Teaching.saw("waited " + deadline + " for " + what + ", in vain\nthe thread " + caller)
        .means("the call never ends, or waits for something that nobody does")
        .todo("see below where your threads stand, and what the caller waits for")
        .evidence("Where your threads stand", Whereabouts.inLearnersCode());
  }

  private Teaching nothingHeld(@Nullable Object result) {
    return Teaching.saw(
            what
                + " came back with "
                + show(result)
                + ", but the disk was not asked for what the test holds up")
        .means(
            isComplete(result)
                ? "what you returned is complete already, although nothing was read or written"
                : "nobody set out to do the file operation, so the result will never come")
        .todo("start the operation before you return, and complete the result when it is done");
  }

  private Teaching cameBack(Held held) {
    String end =
        switch (requireNonNull(outcome)) {
          case Returned<T>(T value) -> "returned " + show(value);
          case Threw<T>(Throwable thrown) -> "threw " + thrown;
        };
    Teaching failure =
        Teaching.saw(what + " " + end + " and did not wait for the disk")
            .means(
                held.waiting() > 0
                    ? "the file is read by another thread: " + held.describe() + " is still held"
                    : "the operation that the test holds up was never asked for")
            .todo("do the file operation on the thread that calls, and return when it is done");
    return outcome instanceof Threw<T>(Throwable thrown) ? failure.because(thrown) : failure;
  }

  private Teaching anotherThread(Held held) {
    Whereabouts caller = Whereabouts.of(thread);
    return Teaching.saw(
            "the file is read by another thread: the disk holds "
                + held.describe()
                + "\nthe thread "
                + caller)
        .means("two threads are busy with what one can do: the caller waits for the other")
        .todo("do the file operation on the thread that calls, without a pool in between")
        .evidence("Where your threads stand", Whereabouts.inLearnersCode());
  }
}
