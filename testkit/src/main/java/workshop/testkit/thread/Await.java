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
 * Waits that always end. A wait gives up at {@link Quiescence} or at the {@link Deadline}. Its
 * failure says what it waited for, for how long, what was seen last, and where the learner's
 * threads are.
 *
 * <p>All methods block the thread that calls them, usually the test's. They throw the exception of
 * a future without its {@link ExecutionException}. A wait that is interrupted fails, and the
 * interrupt flag stays set.
 *
 * <p>{@code what} is a noun for the middle of a sentence: {@code "the content of notes.txt"}.
 */
public final class Await {

  /** The next step in the failure of a wait that ended without a result. */
  public static final String WHERE_TO_LOOK =
      "see below where your threads are and what each of them waits for";

  /** The title of what {@link ThreadSnapshot#inLearnersCode()} returns. */
  public static final String WHERE_THREADS_ARE = "Where your threads are";

  private Await() {}

  /** Waits for {@code future}. Returns its result, or throws its exception. */
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

  /** Waits for {@code stage}. Returns its result, or throws its exception. */
  public static <T extends @Nullable Object> T result(String what, CompletionStage<T> stage) {
    return result(what, (Future<T>) stage.toCompletableFuture());
  }

  /** Waits for {@code future}. Returns its result, or throws its exception. */
  public static <T extends @Nullable Object> T result(String what, CompletableFuture<T> future) {
    return result(what, (Future<T>) future);
  }

  /** Waits for {@code future} to fail, and returns its exception. Throws if it succeeds. */
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
    String shown = "".equals(result) ? "an empty string" : CallDiagnosis.describe(result);
    throw Diagnosis.observed(what + " succeeded with " + shown + ", but it had to fail")
        .means(
            "the caller takes this for a success. Either an error was swallowed on its way, or your"
                + " code does not treat this case as an error")
        .nextStep("let the error reach the caller: fail the future with it");
  }

  /** Waits for {@code stage} to fail, and returns its exception. Throws if it succeeds. */
  public static Throwable failure(String what, CompletionStage<?> stage) {
    return failure(what, (Future<?>) stage.toCompletableFuture());
  }

  /** Waits for {@code future} to fail, and returns its exception. Throws if it succeeds. */
  public static Throwable failure(String what, CompletableFuture<?> future) {
    return failure(what, (Future<?>) future);
  }

  /** Waits until {@code latch} is counted down to zero, up to the deadline. */
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

  /**
   * Waits until {@code condition} holds. Checks the condition every millisecond, on the calling
   * thread.
   */
  public static void until(String what, BooleanSupplier condition) {
    until(what, condition, () -> "");
  }

  /** Waits until {@code condition} holds; {@code lastSeen} describes the current state. */
  public static void until(String what, BooleanSupplier condition, Supplier<String> lastSeen) {
    Deadline deadline = Deadline.fromNow();
    if (!Eventually.holds(condition)) {
      if (Thread.currentThread().isInterrupted()) {
        throw interrupted(what);
      }
      throw didNotCome(what, deadline, lastSeen.get());
    }
  }

  /** Sleeps between two looks. */
  static void rest(long millis, String what) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw interrupted(what);
    }
  }

  private static Diagnosis didNotCome(String what, Deadline deadline, String lastSeen) {
    return gaveUp(waited(what, deadline), lastSeen);
  }

  static Diagnosis gaveUp(String wait, String lastSeen) {
    return Diagnosis.observed(wait + (lastSeen.isEmpty() ? "" : ".\nLast seen: " + lastSeen))
        .means("the thread that should do this is still waiting, or it has ended")
        .nextStep(WHERE_TO_LOOK)
        .evidence(WHERE_THREADS_ARE, ThreadSnapshot.inLearnersCode());
  }

  static Diagnosis notComplete(String what, Deadline deadline, Future<?> future) {
    return Diagnosis.observed(
            waited(what, deadline) + ".\nLast seen: " + CallDiagnosis.show(future))
        .means(
            "no thread completed the future: the thread that should do so is still working, is"
                + " waiting itself, or has ended")
        .nextStep(
            "find the code that completes the future. Follow every path out of that code, including"
                + " the paths that fail")
        .evidence(WHERE_THREADS_ARE, ThreadSnapshot.inLearnersCode());
  }

  private static String waited(String what, Deadline deadline) {
    return deadline.hasPassed()
        ? "the test waited " + deadline + " for " + what + " and gave up"
        : "the test waited for " + what + " and gave up: no thread gets any further";
  }

  /** Sets the interrupt flag again, and returns the failure of the wait. */
  static Diagnosis interrupted(String what) {
    Thread.currentThread().interrupt();
    return Diagnosis.observed("the test was interrupted while it waited for " + what)
        .means("a time limit on the test has passed, or you stopped it")
        .nextStep(WHERE_TO_LOOK)
        .evidence(WHERE_THREADS_ARE, ThreadSnapshot.inLearnersCode());
  }

  /** Returns whether {@code thrown} comes from a stub that the learner has not filled in. */
  public static boolean isTodo(Throwable thrown) {
    String message = thrown.getMessage();
    return thrown instanceof UnsupportedOperationException
        && message != null
        && message.startsWith("TODO(");
  }

  /** Throws {@code thrown} itself, whether it is declared or not. */
  @SuppressWarnings("unchecked")
  public static <E extends Throwable> RuntimeException asItIs(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
