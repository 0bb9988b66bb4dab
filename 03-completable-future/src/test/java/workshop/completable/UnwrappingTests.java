package workshop.completable;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static workshop.completable.FutureAssert.assertSame;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.disk.Disk;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.Eventually;
import workshop.testkit.thread.ThreadSnapshot;

/** The part of {@link FailurePathsTest} about {@code orIfMissing} and {@code await}. */
abstract class UnwrappingTests {

  private static final byte[] MENU = "soup, and bread".getBytes(UTF_8);

  /** More processor time than going to sleep can take, on any machine. */
  private static final long SPINNING_NANOS = MILLISECONDS.toNanos(300);

  final Timers timers = Timers.now();

  abstract FailurePaths paths();

  @Test
  @Order(20)
  void a_missing_file_is_replaced_by_the_fallback(Disk disk) {
    NoSuchFileException missing = new NoSuchFileException("menu.txt");

    assertFallback("bare", CompletableFuture.failedFuture(missing));
    assertFallback(
        "wrapped, as by a stage that threw it",
        CompletableFuture.failedFuture(new CompletionException(missing)));
    assertFallback(
        "in two wrappers",
        CompletableFuture.failedFuture(new CompletionException(new CompletionException(missing))));
    assertFallback(
        "after one more stage",
        CompletableFuture.<byte[]>failedFuture(missing).thenApply(bytes -> bytes));
  }

  @Test
  @Order(21)
  void orIfMissing_does_not_wait() {
    CompletableFuture<byte[]> pending = new CompletableFuture<>();
    OtherThreads others = OtherThreads.now();

    CompletableFuture<byte[]> future = orIfMissing(pending);
    try {
      others.assertNoneWaits(thread -> false, "orIfMissing(...)");
      timers.assertNoneSet("orIfMissing(...)");
    } finally {
      pending.completeExceptionally(new NoSuchFileException("menu.txt"));
    }

    assertIsFallback("after orIfMissing had returned", future);
  }

  @Test
  @Order(22)
  void every_other_failure_and_every_result_is_passed_on(Disk disk) {
    assertPassedOn(new AccessDeniedException("menu.txt"));
    assertPassedOn(new IOException("cannot link menu.txt", new NoSuchFileException("menu.tmp")));
    assertPassedOn(new ExecutionException(new NoSuchFileException("menu.tmp")));
    assertPassedOn(new IllegalStateException("a mistake in the program"));
    assertPassedOn(new StackOverflowError("an error of the JVM"));

    byte[] other = "something else".getBytes(UTF_8);
    if (!isBytes(other, outcomeOf(orIfMissing(CompletableFuture.completedFuture(other))))) {
      throw Diagnosis.observed(
              "Reading succeeded, but orIfMissing completed with a different result.")
          .means("The fallback is for a missing file only.")
          .nextStep("Pass on the result unchanged.");
    }
  }

  private void assertPassedOn(Throwable other) {
    Object outcome =
        outcomeOf(
            orIfMissing(CompletableFuture.<byte[]>failedFuture(other).thenApply(bytes -> bytes)));

    if (!(outcome instanceof Throwable failure)) {
      throw Diagnosis.observed(
              "orIfMissing returned the fallback although the file was not missing: reading it"
                  + " failed with %s%s"
                      .formatted(
                          other,
                          other.getCause() == null ? "" : ", whose cause is " + other.getCause()))
          .means(
              "The caller believes that the file is missing, and never finds out about the real"
                  + " problem.")
          .nextStep(
              "Remove only the CompletionExceptions, and recover only from a NoSuchFileException.");
    }
    assertSame(other, failure);
  }

  @Test
  @Order(30)
  void await_returns_the_result_when_it_is_there() {
    CompletableFuture<String> pending = new CompletableFuture<>();
    Call<String> call = Call.start("await(...)", () -> paths().await(pending));

    pending.complete("soup");

    String result = call.returnsAtOnce();
    if (!"soup".equals(result)) {
      throw Diagnosis.observed("The future completed with \"soup\", but await returned " + result)
          .means("The caller does not get the result that it waited for.")
          .nextStep("Return the result of the future.");
    }
  }

  @Test
  @Order(31)
  void await_throws_the_failure_itself() {
    assertThrownAsItWas(new NoSuchFileException("menu.txt"));
    assertThrownAsItWas(new IOException("it has a cause of its own", new IOException("the cause")));
    assertThrownAsItWas(new IllegalStateException("a mistake in the program"));
    assertThrownAsItWas(new StackOverflowError("an error of the JVM"));
    assertThrownAsItWas(new CompletionException("it has no cause", null));
  }

  @Test
  @Order(33)
  void await_of_a_canceled_future_throws_a_CancellationException() {
    CompletableFuture<String> cancelled = new CompletableFuture<>();
    CompletableFuture<String> after = cancelled.thenApply(text -> text);
    cancelled.cancel(true);

    for (CompletableFuture<String> future : List.of(cancelled, after)) {
      Throwable thrown = thrownBy(future);
      if (!(thrown instanceof CancellationException)) {
        throw Diagnosis.observed(
                "The future was canceled, but await threw %s instead of a CancellationException."
                    .formatted(thrown))
            .means("Callers recognize a cancellation by the CancellationException.")
            .nextStep(
                "Unwrap a cancellation like any other failure, because a later stage wraps it as"
                    + " well.")
            .because(thrown);
      }
    }
  }

  @Test
  @Order(32)
  void await_throws_any_other_exception_as_the_cause_of_an_IOException() {
    TimeoutException timeout = new TimeoutException();

    IOException thrown =
        Call.start("await(...)", () -> paths().await(CompletableFuture.failedFuture(timeout)))
            .fails(IOException.class);

    if (thrown.getCause() != timeout) {
      throw Diagnosis.observed(
              "The future failed with a TimeoutException, but await threw %s without it as the cause."
                  .formatted(thrown))
          .means(
              "The signature allows no other checked exception, so only the cause can give the"
                  + " reason.")
          .nextStep("Throw a new IOException whose cause is the future's exception.")
          .because(thrown);
    }
  }

  @Test
  @Order(34)
  void await_sleeps_until_the_future_is_done() {
    CompletableFuture<String> pending = new CompletableFuture<>();
    try {
      Call<String> call = Call.start("await(...)", () -> paths().await(pending));
      ThreadSnapshot where = whereItWaits(call);

      if (!call.hasEnded() && !where.isParked()) {
        throw FailurePathsDiagnosis.polls("computes without a pause", where);
      }
      if (where.doing().contains("Thread.sleep") || where.doing().contains("parkNanos")) {
        throw FailurePathsDiagnosis.polls("sleeps for a while and checks again", where);
      }
      if (call.thread().getState() == Thread.State.TIMED_WAITING) {
        throw FailurePathsDiagnosis.waitsForATime(where);
      }
    } finally {
      pending.complete("soup");
    }
  }

  @Test
  @Order(35)
  void an_interrupt_that_ends_the_wait_is_passed_on() {
    CompletableFuture<String> pending = new CompletableFuture<>();
    try {
      Call<String> call = Call.start("await(...)", () -> paths().await(pending));
      whereItWaits(call);

      call.interrupt();

      Eventually.holds(() -> call.hasEnded() || spins(call.thread()));
      if (!call.hasEnded() && spins(call.thread())) {
        throw FailurePathsDiagnosis.spinsAfterAnInterrupt(ThreadSnapshot.of(call.thread()));
      }
      if (call.hasEnded()) {
        call.fails(InterruptedIOException.class);
      } else { // join keeps waiting, which is allowed
        pending.complete("soup");
        call.returns();
      }
      if (pending.isCancelled()) {
        throw FailurePathsDiagnosis.canceledByAnInterrupt();
      }
      call.interruptFlagIsKept();
    } finally {
      pending.complete("soup");
    }
  }

  /** Returns where the caller is once it waits, computes, or has returned. */
  private static ThreadSnapshot whereItWaits(Call<String> call) {
    AtomicReference<ThreadSnapshot> seen = new AtomicReference<>();
    // A thread that keeps yielding may do none of these until the wait gives up.
    Eventually.holds(() -> {
      seen.set(ThreadSnapshot.of(call.thread()));
      return call.hasEnded() || sleeps(seen.get()) || spins(call.thread());
    });
    return seen.get();
  }

  /** A thread that is parked elsewhere, to load a class for instance, does not wait yet. */
  private static boolean sleeps(ThreadSnapshot thread) {
    return thread.isParked() && thread.line().isPresent();
  }

  private static boolean spins(Thread thread) {
    return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread.threadId()) > SPINNING_NANOS;
  }

  private void assertThrownAsItWas(Throwable failure) {
    for (CompletableFuture<String> future :
        List.of(
            CompletableFuture.<String>failedFuture(failure),
            CompletableFuture.<String>failedFuture(failure).thenApply(text -> text),
            CompletableFuture.<String>failedFuture(new CompletionException(failure)),
            CompletableFuture.<String>failedFuture(
                new CompletionException(new CompletionException(failure))))) {
      Throwable thrown = thrownBy(future);
      if (thrown != failure) {
        throw Diagnosis.observed(
                "The future failed with %s, but await threw a different object: %s"
                    .formatted(failure, thrown))
            .means(
                "Callers catch a failure by its type and read its message. A wrapper or a copy"
                    + " hides both.")
            .nextStep("Remove the wrappers, and throw the very same object.")
            .because(thrown);
      }
    }
  }

  /** Returns the exception that await throws. Rethrows the TODO of a starter unchanged. */
  private Throwable thrownBy(CompletableFuture<String> future) {
    Call<String> call = Call.start("await(...)", () -> paths().await(future));
    try {
      call.returns();
    } catch (UnsupportedOperationException todo) {
      throw todo;
    } catch (Throwable thrown) {
      return thrown;
    }
    throw Diagnosis.observed(
            "The future failed with %s, but await returned as if it had succeeded."
                .formatted(future.exceptionNow()))
        .means("The caller works with a result that does not exist.")
        .nextStep("Throw the future's failure, without its wrappers.");
  }

  private void assertFallback(String how, CompletableFuture<byte[]> reading) {
    assertIsFallback(how, orIfMissing(reading));
  }

  private static void assertIsFallback(String how, CompletableFuture<byte[]> recovered) {
    Object outcome = outcomeOf(recovered);
    if (!isBytes(MENU, outcome)) {
      throw Diagnosis.observed(
              "The file was missing (the failure came %s), but orIfMissing completed with %s"
                  .formatted(how, outcome instanceof byte[] ? "other bytes" : outcome))
          .means(
              "A handler on the failed future itself gets the failure without a wrapper. One stage"
                  + " later, it is wrapped in a CompletionException, and instanceof sees only the"
                  + " wrapper.")
          .nextStep("Remove the wrappers, if there are any, before you check the type.");
    }
  }

  private CompletableFuture<byte[]> orIfMissing(CompletableFuture<byte[]> reading) {
    return Call.start("orIfMissing(...)", () -> paths().orIfMissing(reading, MENU)).returnsAtOnce();
  }

  /** The outcome of a read: the bytes, or the failure. */
  private static Object outcomeOf(CompletableFuture<byte[]> future) {
    return Await.result(
        "the future of orIfMissing(...)", future.handle((bytes, e) -> e == null ? bytes : e));
  }

  private static boolean isBytes(byte[] expected, Object outcome) {
    return outcome instanceof byte[] bytes && Arrays.equals(bytes, expected);
  }
}
