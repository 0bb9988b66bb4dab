package workshop.completable;

import static java.nio.charset.StandardCharsets.UTF_8;
import static workshop.completable.FutureAssert.assertIs;
import static workshop.completable.FutureAssert.assertMissing;
import static workshop.completable.FutureAssert.assertNotDoneBeforeTheClose;
import static workshop.completable.FutureAssert.assertSame;
import static workshop.completable.FutureAssert.bare;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.io.IOException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.testkit.assertion.OnDisk;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.ExerciseSuite;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.TrackedExecutor;

@ExerciseSuite
class FailurePathsTest extends UnwrappingTests {

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
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2)) {
      var call =
          using(
              disk,
              executor,
              channel -> CompletableFuture.completedFuture(channel.isOpen() ? 1 : 0));

      Integer count = executor.resultOf("using(...)", call.returnsAtOnce());

      if (!Integer.valueOf(1).equals(count)) {
        throw FailurePathsDiagnosis.resultLost(count);
      }
      assertThat(disk).file("menu.txt").isClosed();
    }
  }

  @Test
  @Order(2)
  void the_caller_is_free_and_the_channel_open_while_the_body_works(Disk disk) {
    disk.seed("menu.txt", MENU);
    AtomicReference<AsynchronousFileChannel> opened = new AtomicReference<>();
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2);
        Gate held = disk.hold(Op.READ)) {
      var call =
          using(
              disk,
              executor,
              channel -> {
                opened.set(channel);
                var read = FirstByte.of(channel);
                held.awaitArrivals(1); // only then is it certain that a close comes too early
                return read;
              });

      var future = call.returnsWhileHeld(held);
      AsynchronousFileChannel channel = opened.get();
      executor.settle(held);
      if (channel == null
          || !channel.isOpen()
          || disk.recording().only(Op.CLOSE).iterator().hasNext()) {
        throw OnDisk.shown(FailurePathsDiagnosis.closedTooEarly(), disk);
      }
      timers.assertNoneSet("using(...)");
      held.open();
      executor.resultOf("using(...)", future);

      OnDisk.assertDoneBy(executor, disk.recording().only(Op.READ), call.thread());
    }
  }

  @Test
  @Order(3)
  void the_caller_neither_opens_nor_closes(Disk disk) {
    disk.seed("menu.txt", MENU);
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2);
        Gate held = disk.hold(Op.OPEN)) {
      var call = using(disk, executor, channel -> CompletableFuture.completedFuture("at once"));

      var future = call.returnsWhileHeld(held);
      held.open();
      executor.resultOf("using(...)", future);

      OnDisk.assertDoneBy(executor, disk.recording().only(Op.OPEN, Op.CLOSE), call.thread());
    }
  }

  @Test
  @Order(4)
  void the_future_completes_after_the_close(Disk disk) {
    disk.seed("menu.txt", MENU);
    CompletableFuture<Integer> work = new CompletableFuture<>();
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2);
        Gate held = disk.hold(Op.CLOSE)) {
      var future = using(disk, executor, channel -> work).returnsAtOnce();
      executor.settle(); // every stage is chained by now, and waits for the work
      executor.execute(() -> work.complete(1));

      executor.awaitAt(held, 1, "using(...)", future);
      executor.settle(held);
      assertNotDoneBeforeTheClose(future, disk);
      held.open();
      executor.resultOf("using(...)", future);
    }
  }

  @Test
  @Order(5)
  void the_file_is_closed_after_a_body_that_fails_later(Disk disk) {
    disk.seed("menu.txt", MENU);
    disk.when(Op.READ).fails("Input/output error");
    AtomicReference<Throwable> original = new AtomicReference<>();
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2)) {
      var call =
          using(
              disk,
              executor,
              channel -> FirstByte.of(channel).whenComplete((count, e) -> original.set(bare(e))));

      Throwable failure =
          executor.failureOf("using(...) with a read that fails", call.returnsAtOnce());

      assertSame(original.get(), failure);
      assertThat(disk).everyHandleIsClosed();
    }
  }

  @Test
  @Order(6)
  void the_file_is_closed_after_a_body_that_throws_at_once(Disk disk) {
    disk.seed("menu.txt", MENU);
    IllegalStateException exception = new IllegalStateException("thrown by the body");
    StackOverflowError error = new StackOverflowError("thrown by the body");
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2)) {
      var throwing =
          using(
              disk,
              executor,
              channel -> {
                throw exception;
              });
      assertSame(
          exception,
          executor.failureOf("using(...) with a body that throws", throwing.returnsAtOnce()));
      assertThat(disk).everyHandleIsClosed();

      var failing =
          using(
              disk,
              executor,
              channel -> {
                throw error;
              });
      assertSame(
          error, executor.failureOf("using(...) with a body that throws", failing.returnsAtOnce()));
      if (!disk.recording().openHandles().isEmpty()) {
        throw OnDisk.shown(FailurePathsDiagnosis.errorLeavesTheFileOpen(), disk);
      }
    }
  }

  @Test
  @Order(7)
  void a_failed_close_fails_the_future(Disk disk) {
    disk.seed("menu.txt", MENU);
    disk.when(Op.CLOSE).fails("Disk quota exceeded");
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2)) {
      var call = using(disk, executor, channel -> FirstByte.of(channel));

      Throwable failure =
          executor.failureOf("using(...) with a close that fails", call.returnsAtOnce());

      assertMentions("Disk quota exceeded", failure);
    }
  }

  @Test
  @Order(8)
  void a_failed_close_after_a_failure_is_suppressed(Disk disk) {
    disk.seed("menu.txt", MENU);
    disk.when(Op.CLOSE).fails("Disk quota exceeded");
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2)) {
      IOException bare = new IOException("the body's own failure");
      assertCloseIsSuppressed(
          bare, executor, using(disk, executor, channel -> CompletableFuture.failedFuture(bare)));

      IOException wrapped = new IOException("the body's own failure, one stage later");
      assertCloseIsSuppressed(
          wrapped,
          executor,
          using(
              disk,
              executor,
              channel -> CompletableFuture.failedFuture(wrapped).thenApply(result -> result)));
    }
  }

  private static <R> void assertCloseIsSuppressed(
      IOException original, TrackedExecutor executor, Call<CompletableFuture<R>> call) {
    Throwable failure = executor.failureOf("using(...) with two failures", call.returnsAtOnce());

    if (String.valueOf(failure).contains("Disk quota exceeded")) {
      throw FailurePathsDiagnosis.closeReplacedTheFailure(failure);
    }
    assertSame(original, failure);
    if (original.getSuppressed().length == 0) {
      throw FailurePathsDiagnosis.secondFailureLost(original);
    }
    assertMentions("Disk quota exceeded", original.getSuppressed()[0]);
  }

  @Test
  @Order(14)
  void the_file_is_opened_with_the_options_that_were_given(Disk disk) {
    Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2)) {
      var call =
          Call.start(
              "using(...)",
              () ->
                  paths.using(
                      disk.path("new.txt"),
                      options,
                      executor,
                      channel -> CompletableFuture.completedFuture("done")));
      var future = call.returnsAtOnce();
      executor.settle();

      for (DiskEvent open : disk.recording().only(Op.OPEN)) {
        if (!open.options().containsAll(options)) {
          throw OnDisk.shown(FailurePathsDiagnosis.otherOptions(options, open), disk);
        }
      }
      executor.resultOf("using(...) with CREATE and WRITE", future);
    }
  }

  @Test
  @Order(9)
  void a_missing_file_fails_the_future_and_the_body_is_never_called(Disk disk) {
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2)) {
      var call =
          using(
              disk,
              executor,
              channel -> {
                throw new AssertionError("the body was called with " + channel);
              });

      Throwable failure =
          executor.failureOf("using(...) with a missing file", call.returnsAtOnce());

      assertMissing("menu.txt", failure);
    }
  }

  @Test
  @Order(9)
  void an_Error_while_the_file_is_opened_fails_the_future(Disk disk) {
    StackOverflowError error = new StackOverflowError("thrown by the suite");
    disk.when(Op.OPEN)
        .then(() -> {
          throw error;
        });
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2)) {
      var future = using(disk, executor, FirstByte::of).returnsAtOnce();

      assertSame(error, FutureAssert.failureByAnError("using(...)", executor, future));
    }
  }

  @Test
  @Order(10)
  void an_executor_that_is_already_shut_down_is_an_error(Disk disk) {
    disk.seed("menu.txt", MENU);
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2)) {
      executor.shutdown();

      Throwable failure = executor.refusalOf("using(...)", using(disk, executor, FirstByte::of));

      assertIs(RejectedExecutionException.class, failure);
    }
  }

  @Test
  @Order(11)
  void an_executor_that_is_shut_down_midway_leaves_no_file_open(Disk disk) {
    disk.seed("menu.txt", MENU);
    try (TrackedExecutor executor = TrackedExecutor.withThreads(1);
        Gate held = disk.hold(Op.OPEN)) {
      var future = using(disk, executor, FirstByte::of).returnsWhileHeld(held);

      executor.shutdown(); // the open is under way, and the read will be rejected
      held.open();

      assertIs(
          RejectedExecutionException.class,
          executor.failureOf("using(...) with shutdown() midway", future));
      if (disk.recording().only(Op.CLOSE).isEmpty()) {
        throw OnDisk.shown(FailurePathsDiagnosis.closeWasRefused(), disk);
      }
      assertThat(disk).everyHandleIsClosed();
    }
  }

  @Test
  @Order(12)
  void a_file_is_closed_although_the_future_was_canceled(Disk disk) {
    disk.seed("menu.txt", MENU);
    for (Op step : new Op[] {Op.READ, Op.OPEN}) {
      try (TrackedExecutor executor = TrackedExecutor.withThreads(2);
          Gate held = disk.hold(step)) {
        var future = using(disk, executor, FirstByte::of).returnsWhileHeld(held);

        FutureAssert.cancel(future, disk);
        if (step == Op.READ && !disk.recording().only(Op.CLOSE).isEmpty()) {
          throw OnDisk.shown(FailurePathsDiagnosis.closedTooEarly(), disk);
        }
        held.open();
        executor.settle();

        if (step == Op.OPEN && !disk.recording().openHandles().isEmpty()) {
          throw OnDisk.shown(FailurePathsDiagnosis.canceledBeforeTheClose(), disk);
        }
        assertThat(disk).everyHandleIsClosed();
      }
    }
  }

  @Test
  @Order(4) // comes before the tests in which a task that waits for the body causes another failure
  void no_thread_waits_for_the_body(Disk disk) {
    disk.seed("menu.txt", MENU);
    try (TrackedExecutor one = TrackedExecutor.withThreads(1)) {
      var future = using(disk, one, FirstByte::of).returnsAtOnce();

      one.resultOf("using(...) with one thread", future);
    }
  }

  private <R> Call<CompletableFuture<R>> using(
      Disk disk,
      ExecutorService executor,
      Function<AsynchronousFileChannel, CompletableFuture<R>> body) {
    return Call.start(
        "using(...)",
        () -> paths.using(disk.path("menu.txt"), Set.of(StandardOpenOption.READ), executor, body));
  }

  private static void assertMentions(String reason, Throwable failure) {
    if (!String.valueOf(failure).contains(reason)) {
      throw FailurePathsDiagnosis.closeFailureLost(reason, failure);
    }
  }
}
