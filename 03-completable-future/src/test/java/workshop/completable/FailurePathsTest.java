package workshop.completable;

import static java.nio.charset.StandardCharsets.UTF_8;
import static workshop.completable.Failures.assertIs;
import static workshop.completable.Failures.assertMissing;
import static workshop.completable.Failures.assertSame;
import static workshop.completable.Failures.bare;
import static workshop.testkit.disk.DiskAssert.assertThat;

import java.io.IOException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.testkit.disk.Disk;
import workshop.testkit.disk.Gate;
import workshop.testkit.disk.Op;
import workshop.testkit.suite.Answer;
import workshop.testkit.suite.ExerciseSuite;
import workshop.testkit.suite.Teaching;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.Caller;

@ExerciseSuite
class FailurePathsTest {

  private static final byte[] MENU = "soup, and bread".getBytes(UTF_8);

  private final FailurePaths paths = Answer.of(FailurePaths.class);

  @Test
  @Order(1)
  void the_body_works_with_an_open_channel_which_is_closed_afterwards(Disk disk) {
    disk.seed("menu.txt", MENU);
    try (Assistants assistants = Assistants.of(2)) {
      var call =
          using(
              disk,
              assistants,
              channel -> CompletableFuture.completedFuture(channel.isOpen() ? 1 : 0));

      Integer count = assistants.resultOf("using(...)", Assistants.started(call));

      if (!Integer.valueOf(1).equals(count)) {
        throw Teaching.saw("The body's future brought 1; the future of using() brought " + count)
            .means("The result of the work is lost on its way.")
            .todo("Return a future with the outcome of the body's future.");
      }
      assertThat(disk).file("menu.txt").isLeftOpenByNobody();
    }
  }

  @Test
  @Order(2)
  void the_caller_is_free_and_the_channel_open_while_the_body_works(Disk disk) {
    disk.seed("menu.txt", MENU);
    AtomicReference<AsynchronousFileChannel> opened = new AtomicReference<>();
    try (Assistants assistants = Assistants.of(2);
        Gate held = disk.hold(Op.READ)) {
      var call =
          using(
              disk,
              assistants,
              channel -> {
                opened.set(channel);
                var read = FirstByte.of(channel);
                held.awaitArrivals(1); // only then it is certain that a close comes too early
                return read;
              });

      var future = call.returnsWhileHeld(held);
      AsynchronousFileChannel channel = opened.get();
      assistants.settle(held);
      if (channel == null
          || !channel.isOpen()
          || disk.recording().only(Op.CLOSE).iterator().hasNext()) {
        throw OnDisk.shown(
            Teaching.saw("The disk still holds the read, and the channel is closed already.")
                .means(
                    "The body has only started the work when it returns; try-with-resources closes"
                        + " then.")
                .todo("Close when the body's future is done, not when the body has returned."),
            disk);
      }
      held.open();
      assistants.resultOf("using(...)", future);
    }
  }

  @Test
  @Order(3)
  void the_caller_neither_opens_nor_closes(Disk disk) {
    disk.seed("menu.txt", MENU);
    try (Assistants assistants = Assistants.of(2);
        Gate held = disk.hold(Op.OPEN)) {
      var call = using(disk, assistants, channel -> CompletableFuture.completedFuture("at once"));

      var future = call.returnsWhileHeld(held);
      held.open();
      assistants.resultOf("using(...)", future);

      assistants.didAllOf(disk.recording().only(Op.OPEN, Op.CLOSE), call.thread());
    }
  }

  @Test
  @Order(4)
  void nobody_is_told_before_the_file_is_closed(Disk disk) {
    disk.seed("menu.txt", MENU);
    CompletableFuture<Integer> work = new CompletableFuture<>();
    try (Assistants assistants = Assistants.of(2);
        Gate held = disk.hold(Op.CLOSE)) {
      var future = Assistants.started(using(disk, assistants, channel -> work));
      assistants.settle(); // all is chained by now, and waits for the work
      assistants.execute(() -> work.complete(1));

      assistants.awaitAt(held, 1, "using(...)", future);
      assistants.settle(held);
      OnDisk.assertNotDoneBeforeTheClose(future, disk);
      held.open();
      assistants.resultOf("using(...)", future);
    }
  }

  @Test
  @Order(5)
  void a_body_that_fails_later_is_closed_after_and_its_failure_is_passed_on(Disk disk) {
    disk.seed("menu.txt", MENU);
    disk.when(Op.READ).fails("Input/output error");
    AtomicReference<Throwable> original = new AtomicReference<>();
    try (Assistants assistants = Assistants.of(2)) {
      var call =
          using(
              disk,
              assistants,
              channel -> FirstByte.of(channel).whenComplete((count, e) -> original.set(bare(e))));

      Throwable failure =
          assistants.failureOf("using(...) with a read that fails", Assistants.started(call));

      assertSame(original.get(), failure);
      assertThat(disk).everyHandleIsClosed();
    }
  }

  @Test
  @Order(6)
  void a_body_that_throws_at_once_is_closed_after_too(Disk disk) {
    disk.seed("menu.txt", MENU);
    IllegalStateException exception = new IllegalStateException("thrown by the body");
    StackOverflowError error = new StackOverflowError("thrown by the body");
    try (Assistants assistants = Assistants.of(2)) {
      var throwing =
          using(
              disk,
              assistants,
              channel -> {
                throw exception;
              });
      assertSame(
          exception,
          assistants.failureOf("using(...) with a body that throws", Assistants.started(throwing)));
      assertThat(disk).everyHandleIsClosed();

      var failing =
          using(
              disk,
              assistants,
              channel -> {
                throw error;
              });
      assertSame(
          error,
          assistants.failureOf("using(...) with a body that throws", Assistants.started(failing)));
      assertThat(disk).everyHandleIsClosed();
    }
  }

  @Test
  @Order(7)
  void a_close_that_fails_is_a_failure(Disk disk) {
    disk.seed("menu.txt", MENU);
    disk.when(Op.CLOSE).fails("Disk quota exceeded");
    try (Assistants assistants = Assistants.of(2)) {
      var call = using(disk, assistants, channel -> FirstByte.of(channel));

      Throwable failure =
          assistants.failureOf("using(...) with a close that fails", Assistants.started(call));

      assertMentions("Disk quota exceeded", failure);
    }
  }

  @Test
  @Order(8)
  void a_close_that_fails_after_a_failure_is_suppressed(Disk disk) {
    disk.seed("menu.txt", MENU);
    disk.when(Op.CLOSE).fails("Disk quota exceeded");
    IOException original = new IOException("the body's own failure");
    try (Assistants assistants = Assistants.of(2)) {
      var call = using(disk, assistants, channel -> CompletableFuture.failedFuture(original));

      Throwable failure =
          assistants.failureOf("using(...) with two failures", Assistants.started(call));

      assertSame(original, failure);
      if (original.getSuppressed().length == 0) {
        throw Teaching.saw(
                "The body failed, and then the close failed, too. Reported is only: " + original)
            .means("The second failure has vanished without a trace.")
            .todo("Add it to the first one with addSuppressed, as try-with-resources does.");
      }
      assertMentions("Disk quota exceeded", original.getSuppressed()[0]);
    }
  }

  @Test
  @Order(9)
  void a_missing_file_fails_the_future_and_the_body_is_never_called(Disk disk) {
    try (Assistants assistants = Assistants.of(2)) {
      var call =
          using(
              disk,
              assistants,
              channel -> {
                throw new AssertionError("the body was called with " + channel);
              });

      Throwable failure =
          assistants.failureOf("using(...) with a missing file", Assistants.started(call));

      assertMissing("menu.txt", failure);
    }
  }

  @Test
  @Order(10)
  void an_executor_that_takes_no_work_is_an_error_and_nothing_stays_open(Disk disk) {
    disk.seed("menu.txt", MENU);
    try (Assistants assistants = Assistants.of(2)) {
      assistants.shutdown();

      Throwable failure =
          assistants.refusalOf(
              "using(...) after shutdown()",
              using(disk, assistants, channel -> FirstByte.of(channel)));

      assertIs(RejectedExecutionException.class, failure);
    }
    try (Assistants assistants = Assistants.of(1);
        Gate held = disk.hold(Op.OPEN)) {
      var future = using(disk, assistants, channel -> FirstByte.of(channel)).returnsWhileHeld(held);

      assistants.shutdown(); // the open is under way, the read will be refused
      held.open();

      assertIs(
          RejectedExecutionException.class,
          assistants.failureOf("using(...) with shutdown() midway", future));
      assertThat(disk).everyHandleIsClosed();
    }
  }

  @Test
  @Order(11)
  void given_up_meanwhile_the_file_is_closed_all_the_same(Disk disk) {
    disk.seed("menu.txt", MENU);
    try (Assistants assistants = Assistants.of(2);
        Gate held = disk.hold(Op.READ)) {
      var future = using(disk, assistants, FirstByte::of).returnsWhileHeld(held);

      future.cancel(true);
      held.open();
      assistants.settle();

      assertThat(disk).everyHandleIsClosed();
    }
  }

  @Test
  @Order(20)
  void a_missing_file_is_replaced_by_the_fallback(Disk disk) {
    NoSuchFileException missing = new NoSuchFileException("menu.txt");

    assertFallback("bare", CompletableFuture.failedFuture(missing));
    assertFallback(
        "wrapped, as by a stage that threw it",
        CompletableFuture.failedFuture(new CompletionException(missing)));
    assertFallback(
        "after one more stage",
        CompletableFuture.<byte[]>failedFuture(missing).thenApply(bytes -> bytes));
  }

  @Test
  @Order(21)
  void any_other_failure_passes_and_so_does_a_result(Disk disk) {
    AccessDeniedException denied = new AccessDeniedException("menu.txt");
    CompletableFuture<byte[]> failed =
        CompletableFuture.<byte[]>failedFuture(denied).thenApply(bytes -> bytes);

    Throwable failure =
        Assistants.started(call("orIfMissing(...)", () -> paths.orIfMissing(failed, MENU)))
            .handle((bytes, e) -> bare(e))
            .join();

    if (failure == null) {
      throw Teaching.saw("Reading failed with " + denied + "; orIfMissing gave the fallback.")
          .means("Only a missing file is to be replaced; this one is there and must not be read.")
          .todo("Look at the kind of the failure before you recover.");
    }
    assertSame(denied, failure);

    byte[] other = "something else".getBytes(UTF_8);
    byte[] result =
        Assistants.started(
                call(
                    "orIfMissing(...)",
                    () -> paths.orIfMissing(CompletableFuture.completedFuture(other), MENU)))
            .join();
    if (!Arrays.equals(other, result)) {
      throw Teaching.saw("Reading succeeded, and orIfMissing brought something else.")
          .means("The fallback is for a missing file only.")
          .todo("Let a result pass.");
    }
  }

  @Test
  @Order(22)
  void orIfMissing_does_not_wait() {
    CompletableFuture<byte[]> pending = new CompletableFuture<>();
    var call = call("orIfMissing(...)", () -> paths.orIfMissing(pending, MENU));

    var future = Assistants.started(call);
    pending.completeExceptionally(new NoSuchFileException("menu.txt"));

    assertFallback("after orIfMissing had returned", future);
  }

  @Test
  @Order(30)
  void await_returns_the_result_when_it_is_there() {
    CompletableFuture<String> pending = new CompletableFuture<>();
    Call<String> call = Caller.call("await(...)", () -> paths.await(pending));

    pending.complete("soup");

    String result = Assistants.started(call);
    if (!"soup".equals(result)) {
      throw Teaching.saw("The future was completed with \"soup\"; await returned " + result)
          .means("The result is lost at the edge.")
          .todo("Return what the future brings.");
    }
  }

  @Test
  @Order(31)
  void await_throws_the_failure_itself() {
    assertThrownAsItWas(new NoSuchFileException("menu.txt"));
    assertThrownAsItWas(new IllegalStateException("a mistake of the program"));
    assertThrownAsItWas(new StackOverflowError("an error of the JVM"));
  }

  @Test
  @Order(33)
  void await_of_something_cancelled_throws_a_CancellationException() {
    CompletableFuture<String> cancelled = new CompletableFuture<>();
    CompletableFuture<String> after = cancelled.thenApply(text -> text);
    cancelled.cancel(true);

    for (CompletableFuture<String> future : List.of(cancelled, after)) {
      Throwable thrown = thrownBy(future);
      if (!(thrown instanceof CancellationException)) {
        throw Teaching.saw("A future was cancelled; await threw " + thrown)
            .means("Callers tell \"given up\" from \"broken\" by the CancellationException.")
            .todo("Unwrap it like any other failure: one stage later it is wrapped, too.")
            .because(thrown);
      }
    }
  }

  @Test
  @Order(32)
  void await_throws_what_no_signature_promised_as_the_cause_of_an_IOException() {
    TimeoutException timeout = new TimeoutException();

    IOException thrown =
        Caller.call("await(...)", () -> paths.await(CompletableFuture.failedFuture(timeout)))
            .fails(IOException.class);

    if (thrown.getCause() != timeout) {
      throw Teaching.saw("The future failed with a TimeoutException; await threw " + thrown)
          .means("await may throw an IOException only, so the other one has to be its cause.")
          .todo("Wrap a checked exception that is no IOException in one.")
          .because(thrown);
    }
  }

  private void assertThrownAsItWas(Throwable failure) {
    for (CompletableFuture<String> future :
        List.of(
            CompletableFuture.<String>failedFuture(failure),
            CompletableFuture.<String>failedFuture(failure).thenApply(text -> text),
            CompletableFuture.<String>failedFuture(new CompletionException(failure)))) {
      Throwable thrown = thrownBy(future);
      if (thrown != failure) {
        throw Teaching.saw("The future failed with %s; await threw %s".formatted(failure, thrown))
            .means(
                "Callers catch the failure by its kind, and look at its message. A wrapper around"
                    + " it hides both.")
            .todo(
                "Catch the CompletionException of join, and throw its cause: the very same object.")
            .because(thrown);
      }
    }
  }

  /** What await throws; the exercise's own TODO is no answer, and leaves the test. */
  private Throwable thrownBy(CompletableFuture<String> future) {
    Call<String> call = Caller.call("await(...)", () -> paths.await(future));
    try {
      call.returns();
    } catch (UnsupportedOperationException todo) {
      throw todo;
    } catch (Throwable thrown) {
      return thrown;
    }
    return call.fails(Throwable.class);
  }

  private void assertFallback(String how, CompletableFuture<byte[]> reading) {
    Object outcome =
        Assistants.started(call("orIfMissing(...)", () -> paths.orIfMissing(reading, MENU)))
            .handle((bytes, e) -> e == null ? bytes : e)
            .join();
    if (!(outcome instanceof byte[] bytes && Arrays.equals(bytes, MENU))) {
      throw Teaching.saw(
              "The file was missing (%s), and orIfMissing ended with %s"
                  .formatted(how, outcome instanceof byte[] ? "other bytes" : outcome))
          .means(
              "On the stage that failed a handler sees the failure bare; one stage later it is"
                  + " wrapped in a CompletionException. instanceof sees only the outermost.")
          .todo("Unwrap before you ask for the kind.");
    }
  }

  private <R> Call<CompletableFuture<R>> using(
      Disk disk,
      ExecutorService executor,
      Function<AsynchronousFileChannel, CompletableFuture<R>> body) {
    return call(
        "using(...)",
        () -> paths.using(disk.path("menu.txt"), Set.of(StandardOpenOption.READ), executor, body));
  }

  private static <T> Call<CompletableFuture<T>> call(
      String what, Callable<CompletableFuture<T>> body) {
    return Caller.call(what, body);
  }

  private static void assertMentions(String reason, Throwable failure) {
    if (!String.valueOf(failure).contains(reason)) {
      throw Teaching.saw("The close failed with \"%s\"; reported is %s".formatted(reason, failure))
          .means("The reason of the disk is lost.")
          .todo("Report the exception that close() threw.")
          .because(failure);
    }
  }
}
