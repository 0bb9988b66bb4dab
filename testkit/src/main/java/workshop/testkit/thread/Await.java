package workshop.testkit.thread;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import workshop.testkit.diagnosis.Diagnosis;

/**
 * Waits that end. Each says what it waits for; if that does not come before {@link Quiescence} or
 * within the {@link Deadline}, the failure tells what, how long, what was seen last, and where the
 * learner's threads stand.
 *
 * <p>All methods block the thread that calls them, which is the test's. What a future failed with
 * is thrown as it is, out of its {@link ExecutionException}. A wait that is interrupted fails too
 * and keeps the interrupt flag.
 *
 * <p>{@code what} is a noun for the middle of a sentence: {@code "the content of notes.txt"}.
 */
public final class Await {

  private Await() {}

  /** Returns what {@code future} is completed with, or throws what it failed with. */
  public static <T extends @Nullable Object> T result(String what, Future<T> future) {
    Deadline deadline = Deadline.fromNow();
    Quiescence quiescence = Quiescence.patient();
    while (true) {
      try {
        long millis =
            AwaitilityDefaults.isTestThread() ? Quiescence.LOOK_MILLIS : deadline.remainingMillis();
        return future.get(millis, TimeUnit.MILLISECONDS);
      } catch (ExecutionException e) {
        throw asItIs(e.getCause() == null ? e : e.getCause());
      } catch (TimeoutException e) {
        boolean over = quiet(quiescence) || deadline.hasPassed();
        if (over && !future.isDone()) {
          throw notComplete(what, deadline, future);
        }
      } catch (InterruptedException e) {
        throw interrupted(what);
      }
    }
  }

  private static boolean quiet(Quiescence quiescence) {
    return AwaitilityDefaults.isTestThread() && quiescence.isReached();
  }

  /** Returns what {@code stage} is completed with, or throws what it failed with. */
  public static <T extends @Nullable Object> T result(String what, CompletionStage<T> stage) {
    return result(what, (Future<T>) stage.toCompletableFuture());
  }

  /** Returns what {@code future} is completed with, or throws what it failed with. */
  public static <T extends @Nullable Object> T result(String what, CompletableFuture<T> future) {
    return result(what, (Future<T>) future);
  }

  /**
   * Returns what {@code future} fails with, out of its {@link ExecutionException}; a success is a
   * failed expectation.
   */
  public static Throwable failure(String what, Future<?> future) {
    Object result;
    try {
      result = result(what, future);
    } catch (Diagnosis notInTime) {
      throw notInTime;
    } catch (Throwable expected) {
      if (isTodo(expected)) {
        throw asItIs(expected);
      }
      return expected;
    }
    String shown = "".equals(result) ? "an empty text" : String.valueOf(result);
    throw Diagnosis.observed(what + " succeeded with " + shown + ", but it had to fail")
        .means("an error was swallowed on its way, so the caller takes this for a success")
        .nextStep("let the error reach the caller that waits: fail the future with it");
  }

  /** Returns what {@code stage} fails with; a success is a failed expectation. */
  public static Throwable failure(String what, CompletionStage<?> stage) {
    return failure(what, (Future<?>) stage.toCompletableFuture());
  }

  /** Returns what {@code future} fails with; a success is a failed expectation. */
  public static Throwable failure(String what, CompletableFuture<?> future) {
    return failure(what, (Future<?>) future);
  }

  /**
   * Waits until {@code latch} is counted down to zero; up to the deadline, because also threads
   * that a suite starts wait like this, and are meant to stand still.
   */
  public static void latch(String what, CountDownLatch latch) {
    Deadline deadline = Deadline.fromNow();
    try {
      if (latch.await(deadline.remainingNanos(), TimeUnit.NANOSECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      throw interrupted(what);
    }
    throw didNotCome(what, deadline, latch.getCount() + " more to be counted down");
  }

  /** Waits until {@code thread} has ended. */
  public static void end(String what, Thread thread) {
    until(what, () -> !thread.isAlive(), () -> ThreadSnapshot.of(thread).toString());
  }

  /** Waits until {@code condition} holds. It is asked every millisecond, on the calling thread. */
  public static void until(String what, BooleanSupplier condition) {
    until(what, condition, () -> "it does not hold");
  }

  /** Waits until {@code condition} holds; {@code lastSeen} tells what is there instead. */
  public static void until(String what, BooleanSupplier condition, Supplier<String> lastSeen) {
    Deadline deadline = Deadline.fromNow();
    if (!Eventually.holds(condition)) {
      if (Thread.currentThread().isInterrupted()) {
        throw interrupted(what);
      }
      throw didNotCome(what, deadline, lastSeen.get());
    }
  }

  /** Lets others run between two looks. */
  static void rest(long millis, String what) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw interrupted(what);
    }
  }

  private static Diagnosis didNotCome(String what, Deadline deadline, String lastSeen) {
    return neverCame(what, deadline, lastSeen)
        .means("the thread that should bring it about is still waiting, or it has "
            + "ended without doing so")
        .nextStep("see below where your threads stand, and what the one in question waits for")
        .evidence("Where your threads stand", ThreadSnapshot.inLearnersCode());
  }

  static Diagnosis notComplete(String what, Deadline deadline, Future<?> future) {
    return neverCame(what, deadline, CallDiagnosis.show(future))
        .means(
            "no thread completed it: the thread that should do so is still at work, is waiting"
                + " itself, or has ended without doing it")
        .nextStep(
            "find the code that completes it and follow every way out of that "
            + "code, even after a failure")
        .evidence("Where your threads stand", ThreadSnapshot.inLearnersCode());
  }

  private static Diagnosis.Observed neverCame(String what, Deadline deadline, String lastSeen) {
    String wait =
        deadline.hasPassed()
            ? "waited " + deadline + " for " + what + ", in vain"
            : "waited for " + what + ", in vain: no thread can run anymore";
    return Diagnosis.observed(wait + "\nlast seen: " + lastSeen);
  }

  /** The failure of a wait that was interrupted; the flag is set again. */
  static Diagnosis interrupted(String what) {
    Thread.currentThread().interrupt();
    return Diagnosis.observed("the test was interrupted while it waited for " + what)
        .means("a time limit on the test has passed, or you stopped it")
        .nextStep("see below where your threads stand, and what the one in question waits for")
        .evidence("Where your threads stand", ThreadSnapshot.inLearnersCode());
  }

  /**
   * Returns whether {@code thrown} comes from a stub that is still to be filled in: never what a
   * test expects, and best shown as it is.
   */
  static boolean isTodo(Throwable thrown) {
    String message = thrown.getMessage();
    return thrown instanceof UnsupportedOperationException
        && message != null
        && message.startsWith("TODO(");
  }

  /** Throws {@code thrown} itself, declared or not: a suite wants to see what was thrown. */
  @SuppressWarnings("unchecked")
  static <E extends Throwable> RuntimeException asItIs(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
