package workshop.completable;

import static java.nio.charset.StandardCharsets.UTF_8;
import static workshop.completable.FutureAssert.assertIs;
import static workshop.completable.FutureAssert.assertMissing;
import static workshop.completable.FutureAssert.assertSame;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.testkit.assertion.OnDisk;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.ExerciseSuite;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.TrackedExecutor;

@ExerciseSuite
class ChainedStepsTest {

  private static final byte[] ORDER = "six eggs, flour, and butter".getBytes(UTF_8);

  private static final String OLDER = "an older and longer order: " + "eggs, ".repeat(10);

  private final ChainedSteps steps = Answer.of(ChainedSteps.class);

  private final Timers timers = Timers.now();

  @Test
  @Order(0)
  void what_is_written_is_read_and_copied(Disk disk) {
    // With one thread, steps that were started together still run in order. Another test catches
    // those.
    try (TrackedExecutor executor = TrackedExecutor.withThreads(1)) {
      assertRead(
          ORDER,
          executor.resultOf("writeThenRead(...)", writeThenRead(disk, executor).returnsAtOnce()));
      FutureAssert.assertNotShutDown("writeThenRead(...)", executor);

      executor.resultOf("copy(...)", copy(disk, executor).returnsAtOnce());
      FutureAssert.assertNotShutDown("copy(...)", executor);
    }
    // Only when the executor is idle: a separate test checks for a copy that completes too early.
    assertThat(disk).file("copy.txt").holds(ORDER);
  }

  @Test
  @Order(1)
  void the_read_starts_after_the_write_has_ended(Disk disk) {
    int readers = 0;
    for (Op step : new Op[] {Op.WRITE, Op.CLOSE}) {
      try (TrackedExecutor executor = TrackedExecutor.withThreads(4);
          Gate held = disk.when(step).times(1).hold()) {
        var future = writeThenRead(disk, executor).returnsWhileHeld(held);
        executor.settle(held);
        if (opensForReading(disk) > readers++) {
          throw OnDisk.shown(ChainedStepsDiagnosis.readTooEarly(step), disk);
        }
        held.open();

        byte[] read = executor.resultOf("writeThenRead(...)", future);
        assertThat(disk).file("order.txt").holds(ORDER);
        assertRead(ORDER, read);
        if (disk.recording().only(Op.READ, Op.MAP, Op.TRANSFER).isEmpty()) {
          throw OnDisk.shown(ChainedStepsDiagnosis.neverRead(), disk);
        }
        assertThat(disk).file("order.txt").wasReadToEnd();
      }
    }
  }

  @Test
  @Order(2)
  void a_copy_is_complete_when_the_write_has_ended(Disk disk) {
    disk.seed("order.txt", ORDER);
    try (TrackedExecutor executor = TrackedExecutor.withThreads(4);
        Gate held = disk.hold(Op.WRITE)) {
      var future = copy(disk, executor).returnsAtOnce();
      awaitTheWrite(held, future, executor, disk);
      executor.settle(held);
      timers.assertNoneSet("copy(...)");

      if (future.isDone()) {
        throw OnDisk.shown(ChainedStepsDiagnosis.innerFutureDropped(), disk);
      }
      held.open();
      executor.resultOf("copy(...)", future);
      assertThat(disk).file("copy.txt").holds(ORDER);
    }
  }

  @Test
  @Order(3)
  void the_caller_is_free_while_a_file_is_read(Disk disk) {
    disk.seed("order.txt", ORDER);
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2);
        Gate held = disk.hold(Op.OPEN, Op.ATTRIBUTES)) {
      var call = read(disk, "order.txt", executor);

      var future = TimedWaits.returnsWhileHeld(call, held);
      timers.assertNoneSet("read(...)");
      held.open();
      assertRead(ORDER, executor.resultOf("read(...)", future));

      OnDisk.assertDoneBy(executor, disk.recording(), call.thread());
    }
  }

  @Test
  @Order(4)
  void the_caller_is_free_while_a_file_is_written(Disk disk) {
    disk.seed("order.txt", OLDER);
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2);
        Gate held = disk.hold(Op.OPEN, Op.ATTRIBUTES)) {
      var call = write(disk, ORDER, executor);

      var future = TimedWaits.returnsWhileHeld(call, held);
      timers.assertNoneSet("write(...)");
      held.open();
      executor.resultOf("write(...)", future);

      OnDisk.assertDoneBy(executor, disk.recording(), call.thread());
      assertThat(disk).file("order.txt").holds(ORDER);
    }
  }

  @Test
  @Order(5)
  void the_caller_is_free_during_both_steps(Disk disk) {
    for (Op step : new Op[] {Op.OPEN, Op.WRITE, Op.READ, Op.CLOSE}) {
      try (TrackedExecutor executor = TrackedExecutor.withThreads(2);
          Gate held = disk.hold(step)) {
        var call = writeThenRead(disk, executor);

        var future = TimedWaits.returnsWhileHeld(call, held);
        executor.settle(held);
        timers.assertNoneSet("writeThenRead(...)");
        held.open();
        assertRead(ORDER, executor.resultOf("writeThenRead(...)", future));

        OnDisk.assertDoneBy(executor, disk.recording(), call.thread());
      }
    }
  }

  @Test
  @Order(6)
  void no_thread_waits_for_another(Disk disk) {
    disk.seed("order.txt", ORDER);
    try (TrackedExecutor one = TrackedExecutor.withThreads(1)) {
      try (Gate held = disk.hold(Op.WRITE)) {
        var future = writeThenRead(disk, one).returnsWhileHeld(held);
        held.open();
        one.resultOf("writeThenRead(...)", future);
      }
      disk.seed("leek.txt", "one leek");
      try (Gate held = disk.hold(Op.READ)) {
        var future = copy(disk, one).returnsWhileHeld(held);
        var other = copy(disk, "leek.txt", "leek-copy.txt", one).returnsAtOnce();
        held.open();
        one.resultOf("copy(...)", future);
        one.resultOf("copy(...) of another file", other);
      }
      ChainedStepsDiagnosis.assertNotMixed(ORDER, disk.contents("copy.txt"));
      ChainedStepsDiagnosis.assertNotMixed(
          "one leek".getBytes(UTF_8), disk.contents("leek-copy.txt"));
    }
    try (TrackedExecutor two = TrackedExecutor.withThreads(2);
        Gate held = disk.hold(Op.READ)) {
      var future = copy(disk, two).returnsAtOnce();
      copy(disk, "leek.txt", "leek-copy.txt", two).returnsAtOnce();
      two.awaitAt(held, 2, "copy(...)", future);
    }
  }

  @Test
  @Order(7)
  void a_step_that_is_chained_late_still_runs_on_the_executor(Disk disk) {
    disk.seed("order.txt", ORDER);
    try (TrackedExecutor executor = TrackedExecutor.withThreads(4)) {
      Executor quick =
          executor.finishingFirst(); // each step is complete before the next is chained

      var writing = writeThenRead(disk, quick);
      executor.resultOf("writeThenRead(...)", writing.returns());
      OnDisk.assertDoneBy(executor, disk.recording(), writing.thread());

      var copying = copy(disk, quick);
      executor.resultOf("copy(...)", copying.returns());
      OnDisk.assertDoneBy(executor, disk.recording(), copying.thread());
    }
  }

  @Test
  @Order(8)
  void a_large_file_that_is_not_text_is_copied_unchanged(Disk disk) {
    byte[] large = Bytes.notText(Bytes.LARGE);
    disk.seed("order.txt", large);
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2)) {
      assertRead(
          large, executor.resultOf("read(...)", read(disk, "order.txt", executor).returnsAtOnce()));

      executor.resultOf("copy(...)", copy(disk, executor).returnsAtOnce());

      assertThat(disk).file("copy.txt").holds(large);
    }
  }

  @Test
  @Order(9)
  void partial_writes_and_short_reads_change_nothing(Disk disk) {
    disk.when(Op.WRITE).atMost(7);
    disk.when(Op.READ).atMost(5);
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2)) {
      byte[] read =
          executor.resultOf("writeThenRead(...)", writeThenRead(disk, executor).returnsAtOnce());

      assertThat(disk).file("order.txt").wasWrittenOnce(ORDER);
      assertRead(ORDER, read);
    }
  }

  @Test
  @Order(10)
  void empty_content_and_an_empty_file_work_like_any_other(Disk disk) {
    disk.seed("order.txt", ORDER);
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2)) {
      executor.resultOf(
          "write(...) of no bytes", write(disk, new byte[0], executor).returnsAtOnce());
      assertThat(disk).file("order.txt").holds(new byte[0]);

      var reading = read(disk, "order.txt", executor).returnsAtOnce();

      assertRead(new byte[0], executor.resultOf("read(...) of an empty file", reading));
    }
  }

  @Test
  @Order(11)
  void a_missing_file_fails_the_future_and_is_named(Disk disk) {
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2)) {
      assertMissing(
          "no-such.txt",
          executor.failureOf(
              "read(...) of a missing file", read(disk, "no-such.txt", executor).returnsAtOnce()));

      assertMissing(
          "order.txt",
          executor.failureOf("copy(...) of a missing file", copy(disk, executor).returnsAtOnce()));
    }
  }

  @Test
  @Order(12)
  void a_directory_or_a_forbidden_file_fails_the_future(Disk disk) throws IOException {
    Files.createDirectory(disk.path("menus"));
    disk.when(Op.OPEN).on("secret.txt").fails(path -> new AccessDeniedException(path.toString()));
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2)) {
      var directory = read(disk, "menus", executor).returnsAtOnce();
      assertIs(IOException.class, executor.failureOf("read(...) of a directory", directory));

      var secret = read(disk, "secret.txt", executor).returnsAtOnce();
      assertIs(
          AccessDeniedException.class, executor.failureOf("read(...) without permission", secret));
    }
  }

  @Test
  @Order(13)
  void a_failed_write_fails_the_future_and_nothing_is_read(Disk disk) {
    IOException thrown = new IOException("No space left on device");
    disk.when(Op.WRITE).fails(path -> thrown);
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2)) {
      Throwable failure =
          executor.failureOf(
              "writeThenRead(...) on a full disk", writeThenRead(disk, executor).returnsAtOnce());

      assertSame(thrown, FutureAssert.withoutWrapper(failure));
      for (DiskEvent event : disk.recording().only(Op.READ)) {
        throw ChainedStepsDiagnosis.readAfterAFailedWrite(event);
      }
    }
  }

  @Test
  @Order(14)
  void an_Error_inside_a_step_fails_the_future(Disk disk) {
    disk.seed("order.txt", ORDER);
    disk.when(Op.READ)
        .then(() -> {
          throw new StackOverflowError("thrown by the suite");
        });
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2)) {
      Throwable failure =
          FutureAssert.failureByAnError(
              "copy(...)", executor, copy(disk, executor).returnsAtOnce());

      assertIs(StackOverflowError.class, failure);
    }
  }

  @Test
  @Order(15)
  void an_executor_that_is_shut_down_is_an_error(Disk disk) {
    try (TrackedExecutor executor = TrackedExecutor.withThreads(1)) {
      executor.shutdown();

      assertRefused("write(...)", write(disk, ORDER, executor), executor);
      assertRefused("read(...)", read(disk, "order.txt", executor), executor);
      assertRefused("writeThenRead(...)", writeThenRead(disk, executor), executor);
      assertRefused("copy(...)", copy(disk, executor), executor);
    }
  }

  private static <T> void assertRefused(
      String what, Call<CompletableFuture<T>> call, TrackedExecutor executor) {
    assertIs(RejectedExecutionException.class, executor.refusalOf(what, call));
  }

  @Test
  @Order(16)
  void an_executor_that_is_shut_down_between_the_steps_fails_the_future(Disk disk) {
    disk.seed("order.txt", ORDER);
    for (boolean copies : new boolean[] {false, true}) {
      try (TrackedExecutor executor = TrackedExecutor.withThreads(1);
          Gate held = disk.hold(copies ? Op.READ : Op.WRITE)) {
        CompletableFuture<?> future =
            (copies ? copy(disk, executor) : writeThenRead(disk, executor)).returnsWhileHeld(held);

        executor.shutdown(); // the first step is under way, the second is perhaps still to come
        held.open();

        try {
          String what = copies ? "copy(...)" : "writeThenRead(...)";
          executor.resultOf(what + " after shutdown()", future);
        } catch (RejectedExecutionException expected) {
          assertThat(disk).everyHandleIsClosed();
        }
      }
    }
  }

  /** Waits for the write of a copy. A copy made by the operating system has none. */
  private static void awaitTheWrite(
      Gate held, CompletableFuture<?> future, TrackedExecutor executor, Disk disk) {
    try {
      executor.awaitAt(held, 1, "copy(...)", future);
    } catch (Diagnosis noWrite) {
      if (!disk.recording().only(Op.COPY).isEmpty()) {
        throw OnDisk.shown(ChainedStepsDiagnosis.copiedInOneStep(), disk);
      }
      throw future.isDone() ? OnDisk.shown(ChainedStepsDiagnosis.nothingWritten(), disk) : noWrite;
    }
  }

  private Call<CompletableFuture<Void>> write(Disk disk, byte[] content, Executor executor) {
    return Call.start("write(...)", () -> steps.write(disk.path("order.txt"), content, executor));
  }

  private Call<CompletableFuture<byte[]>> read(Disk disk, String name, Executor executor) {
    return Call.start("read(...)", () -> steps.read(disk.path(name), executor));
  }

  private Call<CompletableFuture<byte[]>> writeThenRead(Disk disk, Executor executor) {
    return Call.start(
        "writeThenRead(...)", () -> steps.writeThenRead(disk.path("order.txt"), ORDER, executor));
  }

  private Call<CompletableFuture<Void>> copy(Disk disk, Executor executor) {
    return copy(disk, "order.txt", "copy.txt", executor);
  }

  private Call<CompletableFuture<Void>> copy(Disk disk, String from, String to, Executor executor) {
    return Call.start("copy(...)", () -> steps.copy(disk.path(from), disk.path(to), executor));
  }

  private static long opensForReading(Disk disk) {
    return disk.recording().only(Op.OPEN).events().stream()
        .filter(open -> open.options().contains(StandardOpenOption.READ))
        .count();
  }

  private static void assertRead(byte[] expected, byte[] read) {
    Bytes.assertSame(expected, read, "The future", "The file may be large, and need not be text.");
  }
}
