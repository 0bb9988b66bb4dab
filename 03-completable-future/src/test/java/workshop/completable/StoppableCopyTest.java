package workshop.completable;

import static java.nio.charset.StandardCharsets.UTF_8;
import static workshop.completable.Failures.assertIs;
import static workshop.completable.Failures.assertMissing;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
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
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.Caller;
import workshop.testkit.thread.TrackedExecutor;

@ExerciseSuite
class StoppableCopyTest {

  /** Long enough never to be over in a test that is not about it. */
  private static final Duration AMPLE = Duration.ofMinutes(10);

  /** Over soon; see {@link Overdue} for a machine on which it is over too soon. */
  private static final Duration SHORT = Duration.ofMillis(50);

  private static final byte[] SACK = "potatoes, ".repeat(1_000).getBytes(UTF_8);

  /** Larger than any chunk. */
  private static final int LARGE = 8 << 20;

  private final StoppableCopy copying = Answer.of(StoppableCopy.class);

  @Test
  @Order(1)
  void a_file_is_copied_and_its_size_reported(Disk disk) {
    disk.seed("sack.txt", SACK);
    disk.seed("copy.txt", "an older and longer copy: " + "potatoes, ".repeat(2_000));
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(2)) {
      Long count = assistants.resultOf("copy(...)", copy(disk, AMPLE, assistants).returnsAtOnce());

      Stopping.assertReadAndWritten(disk);
      assertThat(disk).file("copy.txt").startsEmpty().holds(SACK);
      assertCount(count);
    }
  }

  @Test
  @Order(2)
  void partial_writes_and_short_reads_change_nothing(Disk disk) {
    disk.seed("sack.txt", SACK);
    disk.when(Op.READ).atMost(1_000);
    disk.when(Op.WRITE).atMost(300);
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(2)) {
      Long count = assistants.resultOf("copy(...)", copy(disk, AMPLE, assistants).returnsAtOnce());

      assertThat(disk).file("copy.txt").wasWrittenOnce(SACK);
      assertCount(count);
    }
  }

  @Test
  @Order(3)
  void a_large_file_is_copied_chunk_by_chunk(Disk disk) {
    disk.seed("sack.txt", new byte[LARGE]);
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(2)) {
      assistants.resultOf("copy(...)", copy(disk, AMPLE, assistants).returnsAtOnce());

      Stopping.assertChunkByChunk(disk, LARGE);
    }
  }

  @Test
  @Order(4)
  void the_caller_is_free_while_the_disk_is_held(Disk disk) {
    disk.seed("sack.txt", SACK);
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(2);
        Gate held = disk.hold(Op.OPEN)) {
      var call = copy(disk, AMPLE, assistants);

      var future = call.returnsWhileHeld(held);
      held.open();
      assistants.resultOf("copy(...)", future);

      OnDisk.assertDoneBy(assistants, disk.recording(), call.thread());
    }
  }

  @Test
  @Order(5)
  void nobody_is_told_before_both_files_are_closed(Disk disk) {
    disk.seed("sack.txt", SACK);
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(2);
        Gate held = disk.when(Op.CLOSE).from(2).hold()) {
      var future = copy(disk, AMPLE, assistants).returnsAtOnce();
      assistants.awaitAt(held, 1, "copy(...)", future);
      assistants.settle(held);

      Closing.assertNotDoneBefore(future, disk);
    }
  }

  @Test
  @Order(6)
  void the_deadline_is_told_while_the_disk_is_still_held(Disk disk) {
    disk.seed("sack.txt", SACK);
    disk.when(Op.READ).atMost(1_000);
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(2);
        Gate held = disk.hold(Op.READ)) {
      overdueAt(held, disk, assistants);
    }
  }

  @Test
  @Order(7)
  void after_the_deadline_no_read_and_no_write_begins(Disk disk) {
    disk.seed("sack.txt", SACK);
    disk.when(Op.READ).atMost(1_000);
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(2);
        Gate held = disk.when(Op.READ).from(3).hold()) {
      overdueAt(held, disk, assistants);
      DiskEvent underway = held.arrivals().getFirst();

      held.open();
      assistants.settle();

      Stopping.assertNothingBegan(disk, underway, "The deadline was over");
      assertThat(disk).everyHandleIsClosed();
    }
  }

  @Test
  @Order(8)
  void after_cancel_no_read_and_no_write_begins(Disk disk) {
    disk.seed("sack.txt", SACK);
    disk.when(Op.READ).atMost(1_000);
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(2);
        Gate held = disk.when(Op.WRITE).from(3).hold()) {
      var future = copy(disk, AMPLE, assistants).returnsWhileHeld(held);
      future.cancel(true);
      DiskEvent underway = held.arrivals().getFirst();

      held.open();
      assistants.settle();

      Stopping.assertNothingBegan(disk, underway, "The future was cancelled");
      assertThat(disk).everyHandleIsClosed();
      if (!disk.exists("copy.txt")) {
        throw OnDisk.shown(
            Diagnosis.observed("The future was cancelled, and copy.txt is not there any more.")
                .means("What has been copied until then was to stay.")
                .nextStep("Stop, close both files, and touch nothing else."),
            disk);
      }
    }
  }

  @Test
  @Order(9)
  void cancelled_between_two_opens_both_files_are_closed(Disk disk) {
    disk.seed("sack.txt", SACK);
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(2);
        Gate held = disk.when(Op.OPEN).from(2).hold()) {
      var future = copy(disk, AMPLE, assistants).returnsWhileHeld(held);
      future.cancel(true);
      DiskEvent underway = held.arrivals().getFirst();

      held.open();
      assistants.settle();

      Stopping.assertNothingBegan(disk, underway, "The future was cancelled");
      assertThat(disk).everyHandleIsClosed();
    }
  }

  @Test
  @Order(10)
  void what_is_cancelled_or_too_late_in_the_queue_never_begins(Disk disk) {
    disk.seed("sack.txt", SACK);
    CountDownLatch busy = new CountDownLatch(1);
    try (TrackedExecutor one = TrackedExecutor.withThreads(1)) {
      var other =
          CompletableFuture.runAsync(() -> Await.latch("the end of the other work", busy), one);
      try {
        var cancelled = copy(disk, AMPLE, one).returnsAtOnce();
        var tooLate = copy(disk, SHORT, one).returnsAtOnce();
        cancelled.cancel(true);
        Overdue.assertTold(
            tooLate,
            SHORT,
            "the copy still stands in the queue of the executor",
            "A deadline that is set inside of the task begins when the task does, and the queue may"
                + " be long.",
            "Call orTimeout while copy is called, not in the task: it has a thread of its own.");
      } finally {
        busy.countDown();
      }
      Await.result("the end of the other work", other); // until then it looks as if all stood still
      one.settle();

      if (!disk.recording().only(Op.OPEN).isEmpty()) {
        throw OnDisk.shown(
            Diagnosis.observed(
                    "Both copies were given up while they stood in the queue of the executor; then"
                        + " a file was opened all the same.")
                .means("The work begins although nobody wants it any more, and empties the target.")
                .nextStep("Ask before you begin, too, not only between two chunks."),
            disk);
      }
    }
  }

  @Test
  @Order(11)
  void a_missing_file_fails_the_future_and_names_the_path(Disk disk) {
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(2)) {
      Throwable failure =
          assistants.failureOf(
              "copy(...) of a missing file", copy(disk, AMPLE, assistants).returnsAtOnce());

      assertMissing("sack.txt", failure);
    }
  }

  @Test
  @Order(12)
  void a_full_disk_fails_the_future_and_both_files_are_closed(Disk disk) {
    disk.seed("sack.txt", SACK);
    disk.when(Op.READ).atMost(1_000);
    disk.when(Op.WRITE).from(4).fails("No space left on device");
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(2)) {
      Throwable failure =
          assistants.failureOf(
              "copy(...) to a full disk", copy(disk, AMPLE, assistants).returnsAtOnce());

      assertIs(IOException.class, failure);
      assistants.settle();
      assertThat(disk).everyHandleIsClosed();
    }
  }

  @Test
  @Order(13)
  void an_error_midway_fails_the_future_and_both_files_are_closed(Disk disk) {
    disk.seed("sack.txt", SACK);
    disk.when(Op.WRITE)
        .then(() -> {
          throw new StackOverflowError("thrown by the suite");
        });
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(2)) {
      Throwable failure =
          Failures.ofAnError(
              "copy(...)", assistants, copy(disk, AMPLE, assistants).returnsAtOnce());

      assertIs(StackOverflowError.class, failure);
      assistants.settle();
      assertThat(disk).everyHandleIsClosed();
    }
  }

  @Test
  @Order(14)
  void an_executor_that_takes_no_work_is_an_error(Disk disk) {
    disk.seed("sack.txt", SACK);
    try (TrackedExecutor assistants = TrackedExecutor.withThreads(2)) {
      assistants.shutdown();

      Throwable failure =
          assistants.refusalOf("copy(...) after shutdown()", copy(disk, AMPLE, assistants));

      assertIs(RejectedExecutionException.class, failure);
    }
  }

  private Call<CompletableFuture<Long>> copy(
      Disk disk, Duration deadline, TrackedExecutor executor) {
    return Caller.call(
        "copy(...)",
        () -> copying.copy(disk.path("sack.txt"), disk.path("copy.txt"), deadline, executor));
  }

  private static void assertCount(Long count) {
    if (count == null || count != SACK.length) {
      throw Diagnosis.observed(SACK.length + " bytes were copied; the future brought " + count)
          .means("The caller counts on the number.")
          .nextStep("Add up what each write really took.");
    }
  }

  /** Copies until the disk holds the work and the deadline is over, whichever comes first. */
  private void overdueAt(Gate held, Disk disk, TrackedExecutor assistants) {
    Overdue.whileHeld(
        held, SHORT, assistants, deadline -> copy(disk, deadline, assistants).returnsAtOnce());
  }
}
