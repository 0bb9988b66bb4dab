package workshop.completable;

import static java.nio.charset.StandardCharsets.UTF_8;
import static workshop.completable.Failures.assertIs;
import static workshop.completable.Failures.assertMissing;
import static workshop.completable.Failures.assertSame;
import static workshop.completable.Failures.bare;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.io.IOException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.disk.Disk;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.testkit.assertion.OnDisk;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.ExerciseSuite;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.Caller;
import workshop.testkit.thread.TrackedExecutor;

@ExerciseSuite
class FailurePathsTest extends FailuresAtTheEdge {

  private static final byte[] MENU = "soup, and bread".getBytes(UTF_8);

  private final FailurePaths paths = Answer.of(FailurePaths.class);

  @Override
  FailurePaths paths() {
    return paths;
  }

  @Test
  @Order(1)
  void the_body_works_with_an_open_channel_which_is_closed_afterwards(Disk disk) {
    disk.seed("menu.txt", MENU);
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(2)) {
      var call =
          using(
              disk,
              assistants,
              channel -> CompletableFuture.completedFuture(channel.isOpen() ? 1 : 0));

      Integer count = assistants.resultOf("using(...)", call.returnsAtOnce());

      if (!Integer.valueOf(1).equals(count)) {
        throw Diagnosis.observed(
                "The body's future brought 1; the future of using() brought " + count)
            .means("The result of the work is lost on its way.")
            .nextStep("Return a future with the outcome of the body's future.");
      }
      assertThat(disk).file("menu.txt").isLeftOpenByNobody();
    }
  }

  @Test
  @Order(2)
  void the_caller_is_free_and_the_channel_open_while_the_body_works(Disk disk) {
    disk.seed("menu.txt", MENU);
    AtomicReference<AsynchronousFileChannel> opened = new AtomicReference<>();
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(2);
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
            Diagnosis.observed("The disk still holds the read, and the channel is closed already.")
                .means(
                    "The body has only started the work when it returns; try-with-resources closes"
                        + " then.")
                .nextStep("Close when the body's future is done, not when the body has returned."),
            disk);
      }
      held.open();
      assistants.resultOf("using(...)", future);

      OnDisk.assertDoneBy(assistants, disk.recording().only(Op.READ), call.thread());
    }
  }

  @Test
  @Order(3)
  void the_caller_neither_opens_nor_closes(Disk disk) {
    disk.seed("menu.txt", MENU);
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(2);
        Gate held = disk.hold(Op.OPEN)) {
      var call = using(disk, assistants, channel -> CompletableFuture.completedFuture("at once"));

      var future = call.returnsWhileHeld(held);
      held.open();
      assistants.resultOf("using(...)", future);

      OnDisk.assertDoneBy(assistants, disk.recording().only(Op.OPEN, Op.CLOSE), call.thread());
    }
  }

  @Test
  @Order(4)
  void nobody_is_told_before_the_file_is_closed(Disk disk) {
    disk.seed("menu.txt", MENU);
    CompletableFuture<Integer> work = new CompletableFuture<>();
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(2);
        Gate held = disk.hold(Op.CLOSE)) {
      var future = using(disk, assistants, channel -> work).returnsAtOnce();
      assistants.settle(); // all is chained by now, and waits for the work
      assistants.execute(() -> work.complete(1));

      assistants.awaitAt(held, 1, "using(...)", future);
      assistants.settle(held);
      Closing.assertNotDoneBefore(future, disk);
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
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(2)) {
      var call =
          using(
              disk,
              assistants,
              channel -> FirstByte.of(channel).whenComplete((count, e) -> original.set(bare(e))));

      Throwable failure =
          assistants.failureOf("using(...) with a read that fails", call.returnsAtOnce());

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
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(2)) {
      var throwing =
          using(
              disk,
              assistants,
              channel -> {
                throw exception;
              });
      assertSame(
          exception,
          assistants.failureOf("using(...) with a body that throws", throwing.returnsAtOnce()));
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
          assistants.failureOf("using(...) with a body that throws", failing.returnsAtOnce()));
      assertThat(disk).everyHandleIsClosed();
    }
  }

  @Test
  @Order(7)
  void a_close_that_fails_is_a_failure(Disk disk) {
    disk.seed("menu.txt", MENU);
    disk.when(Op.CLOSE).fails("Disk quota exceeded");
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(2)) {
      var call = using(disk, assistants, channel -> FirstByte.of(channel));

      Throwable failure =
          assistants.failureOf("using(...) with a close that fails", call.returnsAtOnce());

      assertMentions("Disk quota exceeded", failure);
    }
  }

  @Test
  @Order(8)
  void a_close_that_fails_after_a_failure_is_suppressed(Disk disk) {
    disk.seed("menu.txt", MENU);
    disk.when(Op.CLOSE).fails("Disk quota exceeded");
    IOException original = new IOException("the body's own failure");
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(2)) {
      var call = using(disk, assistants, channel -> CompletableFuture.failedFuture(original));

      Throwable failure =
          assistants.failureOf("using(...) with two failures", call.returnsAtOnce());

      assertSame(original, failure);
      if (original.getSuppressed().length == 0) {
        throw Diagnosis.observed(
                "The body failed, and then the close failed, too. Reported is only: " + original)
            .means("The second failure has vanished without a trace.")
            .nextStep("Add it to the first one with addSuppressed, as try-with-resources does.");
      }
      assertMentions("Disk quota exceeded", original.getSuppressed()[0]);
    }
  }

  @Test
  @Order(9)
  void a_missing_file_fails_the_future_and_the_body_is_never_called(Disk disk) {
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(2)) {
      var call =
          using(
              disk,
              assistants,
              channel -> {
                throw new AssertionError("the body was called with " + channel);
              });

      Throwable failure =
          assistants.failureOf("using(...) with a missing file", call.returnsAtOnce());

      assertMissing("menu.txt", failure);
    }
  }

  @Test
  @Order(10)
  void an_executor_that_takes_no_work_is_an_error_and_nothing_stays_open(Disk disk) {
    disk.seed("menu.txt", MENU);
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(2)) {
      assistants.shutdown();

      Throwable failure =
          assistants.refusalOf(
              "using(...) after shutdown()",
              using(disk, assistants, channel -> FirstByte.of(channel)));

      assertIs(RejectedExecutionException.class, failure);
    }
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(1);
        Gate held = disk.hold(Op.OPEN)) {
      var future = using(disk, assistants, channel -> FirstByte.of(channel)).returnsWhileHeld(held);

      assistants.shutdown(); // the open is under way, the read will be refused
      held.open();

      assertIs(
          RejectedExecutionException.class,
          assistants.failureOf("using(...) with shutdown() midway", future));
      assertNotRefusedTheClose(disk);
      assertThat(disk).everyHandleIsClosed();
    }
  }

  @Test
  @Order(11)
  void given_up_meanwhile_the_file_is_closed_all_the_same(Disk disk) {
    disk.seed("menu.txt", MENU);
    for (Op step : new Op[] {Op.READ, Op.OPEN}) {
      try (TrackedExecutor assistants = TrackedExecutor.withThreads(2);
          Gate held = disk.hold(step)) {
        var future = using(disk, assistants, FirstByte::of).returnsWhileHeld(held);

        future.cancel(true);
        held.open();
        assistants.settle();

        if (step == Op.OPEN) {
          assertClosedThoughUnwanted(disk);
        }
        assertThat(disk).everyHandleIsClosed();
      }
    }
  }

  @Test
  @Order(12)
  void no_assistant_waits_for_the_body(Disk disk) {
    disk.seed("menu.txt", MENU);
    try (TrackedExecutor one = TrackedExecutor.withThreads(1)) {
      var future = using(disk, one, FirstByte::of).returnsAtOnce();

      one.resultOf("using(...) with one assistant", future);
    }
  }

  private static void assertNotRefusedTheClose(Disk disk) {
    if (disk.recording().only(Op.CLOSE).isEmpty()) {
      throw OnDisk.shown(
          Diagnosis.observed(
                  "The executor was shut down while it opened menu.txt; the future failed, and the"
                      + " file is still open.")
              .means(
                  "What is chained with ...Async is a task of its own, and an executor that is shut"
                      + " down refuses it: also one whose only work would be to close.")
              .nextStep("Let the task that opens also start the body, and chain the close to it."),
          disk);
    }
  }

  private static void assertClosedThoughUnwanted(Disk disk) {
    if (!disk.recording().openHandles().isEmpty()) {
      throw OnDisk.shown(
          Diagnosis.observed(
                  "The future was cancelled while the disk opened menu.txt, and the file is still"
                      + " open.")
              .means(
                  "A stage that is cancelled never calls its function: not the one that starts the"
                      + " body either, to which the close is chained. But the file was opened.")
              .nextStep("Let the task that opens also start the body, and chain the close to it."),
          disk);
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
      throw Diagnosis.observed(
              "The close failed with \"%s\"; reported is %s".formatted(reason, failure))
          .means("The reason of the disk is lost.")
          .nextStep("Report the exception that close() threw.")
          .because(failure);
    }
  }
}
