package workshop.completable;

import static java.nio.charset.StandardCharsets.UTF_8;
import static workshop.completable.Failures.assertIs;
import static workshop.completable.Failures.assertMissing;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.concurrent.Callable;
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
import workshop.testkit.thread.Caller;
import workshop.testkit.thread.TrackedExecutor;

@ExerciseSuite
class ChainedStepsTest {

  private static final byte[] ORDER = "six eggs, flour, and butter".getBytes(UTF_8);

  private final ChainedSteps steps = Answer.of(ChainedSteps.class);

  @Test
  @Order(1)
  void what_is_written_is_read_after_that(Disk disk) {
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(4);
        Gate held = disk.hold(Op.WRITE)) {
      var call = call("writeThenRead(...)", () -> writeThenRead(disk, assistants));

      var future = call.returnsWhileHeld(held);
      assistants.settle(held);
      if (disk.recording().only(Op.OPEN).events().size() > 1) {
        throw OnDisk.shown(
            Diagnosis.observed(
                    "The file was opened for reading while the disk still held the write.")
                .means(
                    "The two steps were started together; what is read may be the old file, or"
                        + " half.")
                .nextStep("Start the read in the function that is called when the write is done."),
            disk);
      }
      held.open();

      assertRead(assistants.resultOf("writeThenRead(...)", future));
      assertThat(disk).file("order.txt").holds(ORDER).wasReadToEnd();
    }
  }

  @Test
  @Order(2)
  void a_copy_is_done_when_it_is_written(Disk disk) {
    disk.seed("order.txt", ORDER);
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(4);
        Gate held = disk.when(Op.WRITE).on("copy.txt").hold()) {
      var call = call("copy(...)", () -> copy(disk, assistants));

      CompletableFuture<Void> future = call.returnsAtOnce();
      try {
        assistants.awaitAt(held, 1, "copy(...)", future);
      } catch (Diagnosis noWrite) {
        assertTwoSteps(disk);
        throw noWrite;
      }
      assistants.settle(held);

      if (future.isDone()) {
        throw OnDisk.shown(
            Diagnosis.observed(
                    "The future of copy(...) is complete, and the disk still holds the write of"
                        + " copy.txt.")
                .means(
                    "The write has a future of its own, which was made inside a stage and dropped"
                        + " there: nobody waits for it, and nobody hears of its failure.")
                .nextStep(
                    "A function that returns a future belongs into thenCompose, not thenApply or"
                        + " thenAccept."),
            disk);
      }
      held.open();
      assistants.resultOf("copy(...)", future);
      assertThat(disk).file("copy.txt").holds(ORDER);
    }
  }

  @Test
  @Order(3)
  void the_caller_is_free_while_a_file_is_read(Disk disk) {
    disk.seed("order.txt", ORDER);
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(2);
        Gate held = disk.hold(Op.OPEN)) {
      var call = call("read(...)", () -> steps.read(disk.path("order.txt"), assistants));

      var future = call.returnsWhileHeld(held);
      held.open();
      assertRead(assistants.resultOf("read(...)", future));

      OnDisk.assertDoneBy(assistants, disk.recording(), call.thread());
    }
  }

  @Test
  @Order(4)
  void the_caller_is_free_while_a_file_is_written(Disk disk) {
    disk.seed("order.txt", "an older and longer order: " + "eggs, ".repeat(10));
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(2);
        Gate held = disk.hold(Op.OPEN)) {
      var call = call("write(...)", () -> steps.write(disk.path("order.txt"), ORDER, assistants));

      var future = call.returnsWhileHeld(held);
      held.open();
      assistants.resultOf("write(...)", future);

      OnDisk.assertDoneBy(assistants, disk.recording(), call.thread());
      assertThat(disk).file("order.txt").holds(ORDER);
    }
  }

  @Test
  @Order(5)
  void the_caller_is_free_while_both_steps_are_done(Disk disk) {
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(2);
        Gate held = disk.hold(Op.OPEN)) {
      var call = call("writeThenRead(...)", () -> writeThenRead(disk, assistants));

      var future = call.returnsWhileHeld(held);
      held.open();
      assertRead(assistants.resultOf("writeThenRead(...)", future));

      OnDisk.assertDoneBy(assistants, disk.recording(), call.thread());
    }
  }

  @Test
  @Order(6)
  void no_assistant_waits_for_another(Disk disk) {
    disk.seed("order.txt", ORDER);
    try (TrackedExecutor one = TrackedExecutor.withThreads(1)) {
      try (Gate held = disk.hold(Op.WRITE)) {
        var call = call("writeThenRead(...)", () -> writeThenRead(disk, one));
        var future = call.returnsWhileHeld(held);
        held.open();
        one.resultOf("writeThenRead(...)", future);
      }
      try (Gate held = disk.hold(Op.READ)) {
        var call = call("copy(...)", () -> copy(disk, one));
        var future = call.returnsWhileHeld(held);
        held.open();
        one.resultOf("copy(...)", future);
      }
    }
  }

  @Test
  @Order(7)
  void a_step_that_is_chained_too_late_runs_on_the_executor_all_the_same(Disk disk) {
    disk.seed("order.txt", ORDER);
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(4)) {
      Executor quick = assistants.finishingFirst();

      var writing = call("writeThenRead(...)", () -> writeThenRead(disk, quick));
      assistants.resultOf("writeThenRead(...)", writing.returns());
      OnDisk.assertDoneBy(assistants, disk.recording(), writing.thread());

      var copying = call("copy(...)", () -> copy(disk, quick));
      assistants.resultOf("copy(...)", copying.returns());
      OnDisk.assertDoneBy(assistants, disk.recording(), copying.thread());
    }
  }

  @Test
  @Order(8)
  void a_missing_file_fails_the_future_and_names_the_path(Disk disk) {
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(2)) {
      var read = call("read(...)", () -> steps.read(disk.path("no-such.txt"), assistants));
      assertMissing(
          "no-such.txt", assistants.failureOf("read(...) of a missing file", read.returnsAtOnce()));

      var copy =
          call(
              "copy(...)",
              () -> steps.copy(disk.path("no-such.txt"), disk.path("copy.txt"), assistants));
      assertMissing(
          "no-such.txt", assistants.failureOf("copy(...) of a missing file", copy.returnsAtOnce()));
    }
  }

  @Test
  @Order(9)
  void a_directory_or_a_forbidden_file_fails_the_future(Disk disk) throws IOException {
    Files.createDirectory(disk.path("menus"));
    disk.when(Op.OPEN).on("secret.txt").fails(path -> new AccessDeniedException(path.toString()));
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(2)) {
      var directory = call("read(...)", () -> steps.read(disk.path("menus"), assistants));
      var secret = call("read(...)", () -> steps.read(disk.path("secret.txt"), assistants));

      assertIs(
          IOException.class,
          assistants.failureOf("read(...) of a directory", directory.returnsAtOnce()));
      assertIs(
          AccessDeniedException.class,
          assistants.failureOf("read(...) without permission", secret.returnsAtOnce()));
    }
  }

  @Test
  @Order(10)
  void after_a_write_that_failed_nothing_is_read(Disk disk) {
    disk.when(Op.WRITE).fails("No space left on device");
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(2)) {
      var call = call("writeThenRead(...)", () -> writeThenRead(disk, assistants));

      Throwable failure =
          assistants.failureOf("writeThenRead(...) on a full disk", call.returnsAtOnce());

      assertIs(IOException.class, failure);
      for (DiskEvent event : disk.recording().only(Op.READ)) {
        throw Diagnosis.observed(
                "The write failed with \"No space left on device\", and then: " + event)
            .means("What is read now is not what was to be written.")
            .nextStep("Chain the read to the success of the write only, as thenCompose does.");
      }
    }
  }

  @Test
  @Order(11)
  void an_error_inside_a_step_fails_the_future(Disk disk) {
    disk.seed("order.txt", ORDER);
    disk.when(Op.READ)
        .then(() -> {
          throw new StackOverflowError("thrown by the suite");
        });
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(2)) {
      var call = call("copy(...)", () -> copy(disk, assistants));

      Throwable failure =
          assistants.failureOf("copy(...) whose read throws an Error", call.returnsAtOnce());

      assertIs(StackOverflowError.class, failure);
    }
  }

  @Test
  @Order(12)
  void an_executor_that_takes_no_work_is_an_error(Disk disk) {
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(1)) {
      assistants.shutdown();

      Throwable failure =
          assistants.refusalOf(
              "writeThenRead(...)",
              call("writeThenRead(...)", () -> writeThenRead(disk, assistants)));

      assertIs(RejectedExecutionException.class, failure);
    }
  }

  @Test
  @Order(13)
  void an_executor_that_is_shut_down_midway_leaves_nobody_waiting(Disk disk) {
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(1);
        Gate held = disk.hold(Op.WRITE)) {
      var call = call("writeThenRead(...)", () -> writeThenRead(disk, assistants));
      var future = call.returnsWhileHeld(held);

      assistants.shutdown(); // the write is under way, the read is perhaps still to come
      held.open();

      try {
        assertRead(assistants.resultOf("writeThenRead(...) after shutdown()", future));
      } catch (RejectedExecutionException expected) {
        assertThat(disk).everyHandleIsClosed();
      }
    }
  }

  private static void assertTwoSteps(Disk disk) {
    if (!disk.recording().only(Op.COPY).isEmpty()) {
      throw OnDisk.shown(
          Diagnosis.observed("A single COPY made copy.txt; nothing was read, and nothing written.")
              .means(
                  "The disk is right, but nothing was chained: here the bytes that one future brings"
                      + " are what the next step begins with.")
              .nextStep("Chain your read and your write, in place of Files.copy."),
          disk);
    }
  }

  private CompletableFuture<byte[]> writeThenRead(Disk disk, Executor executor) {
    return steps.writeThenRead(disk.path("order.txt"), ORDER, executor);
  }

  private CompletableFuture<Void> copy(Disk disk, Executor executor) {
    return steps.copy(disk.path("order.txt"), disk.path("copy.txt"), executor);
  }

  private static <T> Call<CompletableFuture<T>> call(
      String what, Callable<CompletableFuture<T>> body) {
    return Caller.call(what, body);
  }

  private static void assertRead(byte[] read) {
    if (!Arrays.equals(read, ORDER)) {
      throw Diagnosis.observed("The future brought " + quoted(read) + ".")
          .means("In the file is " + quoted(ORDER) + ".")
          .nextStep("Let the future be completed with the bytes that the read brought.");
    }
  }

  private static String quoted(byte[] bytes) {
    return bytes == null ? "nothing" : '"' + new String(bytes, UTF_8) + '"';
  }
}
