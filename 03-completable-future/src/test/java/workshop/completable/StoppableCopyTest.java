package workshop.completable;

import static java.nio.charset.StandardCharsets.UTF_8;
import static workshop.completable.FutureAssert.assertIs;
import static workshop.completable.FutureAssert.assertMissing;
import static workshop.completable.FutureAssert.assertNotDoneBeforeTheClose;
import static workshop.completable.FutureAssert.failureByAnError;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
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
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.ExerciseSuite;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.TrackedExecutor;

@ExerciseSuite
class StoppableCopyTest {

  /** A deadline that never passes, for tests about something else. */
  private static final Duration AMPLE = Duration.ofMinutes(10);

  /**
   * A deadline that passes soon. {@link PassedDeadline} handles a machine on which it passes too
   * soon.
   */
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
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2)) {
      Long count = executor.resultOf("copy(...)", copy(disk, AMPLE, executor).returnsAtOnce());

      StoppableCopyDiagnosis.assertReadAndWritten(disk);
      assertThat(disk).file("copy.txt").startsEmpty().holds(SACK);
      assertCount(SACK.length, count);
    }
  }

  @Test
  @Order(2)
  void partial_writes_and_short_reads_change_nothing(Disk disk) {
    disk.seed("sack.txt", SACK);
    disk.when(Op.READ).atMost(1_000);
    disk.when(Op.WRITE).atMost(300);
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2)) {
      Long count = executor.resultOf("copy(...)", copy(disk, AMPLE, executor).returnsAtOnce());

      assertThat(disk).file("copy.txt").wasWrittenOnce(SACK);
      assertCount(SACK.length, count);
    }
  }

  @Test
  @Order(3)
  void a_large_file_is_copied_chunk_by_chunk(Disk disk) {
    disk.seed("sack.txt", new byte[LARGE]);
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2)) {
      executor.resultOf("copy(...)", copy(disk, AMPLE, executor).returnsAtOnce());

      StoppableCopyDiagnosis.assertChunkByChunk(disk, LARGE);
    }
  }

  @Test
  @Order(15)
  void an_empty_file_is_copied(Disk disk) {
    disk.seed("sack.txt", "");
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2)) {
      Long count = executor.resultOf("copy(...)", copy(disk, AMPLE, executor).returnsAtOnce());

      assertThat(disk).file("copy.txt").holds(new byte[0]);
      assertCount(0, count);
    }
  }

  @Test
  @Order(17)
  void a_target_that_cannot_be_opened_fails_the_future_and_closes_the_source(Disk disk) {
    disk.seed("sack.txt", SACK);
    disk.when(Op.OPEN).on("copy.txt").fails(path -> new AccessDeniedException(path.toString()));
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2)) {
      Throwable failure =
          executor.failureOf(
              "copy(...) to a forbidden file", copy(disk, AMPLE, executor).returnsAtOnce());

      assertIs(AccessDeniedException.class, failure);
      executor.settle();
      assertThat(disk).everyHandleIsClosed();
    }
  }

  @Test
  @Order(16)
  void a_failed_close_fails_the_future(Disk disk) {
    disk.seed("sack.txt", SACK);
    disk.when(Op.CLOSE).on("copy.txt").fails("Disk quota exceeded");
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2)) {
      Throwable failure =
          executor.failureOf(
              "copy(...) whose target fails to close", copy(disk, AMPLE, executor).returnsAtOnce());

      assertIs(IOException.class, failure);
    }
  }

  @Test
  @Order(4)
  void the_caller_is_free_while_the_disk_is_held(Disk disk) {
    disk.seed("sack.txt", SACK);
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2);
        Gate held = disk.hold(Op.OPEN, Op.ATTRIBUTES)) {
      var call = copy(disk, AMPLE, executor);

      var future = TimedWaits.returnsWhileHeld(call, held);
      held.open();
      executor.resultOf("copy(...)", future);

      OnDisk.assertDoneBy(executor, disk.recording(), call.thread());
    }
  }

  @Test
  @Order(5)
  void the_future_completes_after_both_files_are_closed(Disk disk) {
    disk.seed("sack.txt", SACK);
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2);
        Gate held = disk.when(Op.CLOSE).from(2).hold()) {
      var future = copy(disk, AMPLE, executor).returnsAtOnce();
      executor.awaitAt(held, 1, "copy(...)", future);
      executor.settle(held);

      assertNotDoneBeforeTheClose(future, disk);
    }
  }

  @Test
  @Order(6)
  void the_future_fails_at_the_deadline_while_the_disk_is_still_held(Disk disk) {
    disk.seed("sack.txt", SACK);
    disk.when(Op.READ).atMost(1_000);
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2);
        Gate held = disk.hold(Op.READ)) {
      passTheDeadlineAt(held, disk, executor);
    }
  }

  @Test
  @Order(8) // after the test with a cancel: an answer that fails only here ignores the timeout
  void no_read_and_no_write_begins_after_the_deadline(Disk disk) {
    disk.seed("sack.txt", SACK);
    disk.when(Op.READ).atMost(1_000);
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2);
        Gate held = disk.when(Op.READ).from(3).hold()) {
      passTheDeadlineAt(held, disk, executor);
      DiskEvent underway = held.arrivals().getFirst();

      held.open();
      executor.settle();

      StoppableCopyDiagnosis.assertNothingBegan(disk, underway, "The deadline passed");
      assertThat(disk).everyHandleIsClosed();
    }
  }

  @Test
  @Order(7)
  void no_read_and_no_write_begins_after_cancel(Disk disk) {
    disk.seed("sack.txt", SACK);
    disk.when(Op.READ).atMost(1_000);
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2);
        Gate held = disk.when(Op.WRITE).from(3).hold()) {
      var future = copy(disk, AMPLE, executor).returnsWhileHeld(held);
      future.cancel(true);
      DiskEvent underway = held.arrivals().getFirst();

      held.open();
      executor.settle();

      StoppableCopyDiagnosis.assertNothingBegan(disk, underway, "The future was canceled");
      assertThat(disk).everyHandleIsClosed();
      if (!disk.exists("copy.txt")) {
        throw OnDisk.shown(StoppableCopyDiagnosis.targetRemoved(), disk);
      }
    }
  }

  @Test
  @Order(9)
  void a_cancel_between_two_opens_closes_both_files(Disk disk) {
    disk.seed("sack.txt", SACK);
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2);
        Gate held = disk.when(Op.OPEN).from(2).hold()) {
      var future = copy(disk, AMPLE, executor).returnsWhileHeld(held);
      future.cancel(true);
      DiskEvent underway = held.arrivals().getFirst();

      held.open();
      executor.settle();

      StoppableCopyDiagnosis.assertNothingBegan(disk, underway, "The future was canceled");
      assertThat(disk).everyHandleIsClosed();
    }
  }

  @Test
  @Order(10)
  void a_queued_copy_that_is_canceled_or_too_late_never_opens_a_file(Disk disk) {
    disk.seed("sack.txt", SACK);
    CountDownLatch busy = new CountDownLatch(1);
    try (TrackedExecutor one = TrackedExecutor.withThreads(1)) {
      var other =
          CompletableFuture.runAsync(() -> Await.latch("the end of the other work", busy), one);
      try {
        var canceled = copy(disk, AMPLE, one).returnsAtOnce();
        long start = System.nanoTime();
        var tooLate = copy(disk, SHORT, one).returnsAtOnce();
        canceled.cancel(true);
        PassedDeadline.assertFailsAtTheDeadline(
            tooLate, start, SHORT, StoppableCopyDiagnosis.notFailedInTheQueue(SHORT));
      } finally {
        busy.countDown();
      }
      Await.result("the end of the other work", other); // until then nothing can move
      one.settle();

      if (!disk.recording().only(Op.OPEN).isEmpty()) {
        throw OnDisk.shown(StoppableCopyDiagnosis.openedAlthoughUnwanted(), disk);
      }
    }
  }

  @Test
  @Order(11)
  void a_deadline_is_not_cut_to_whole_milliseconds(Disk disk) {
    disk.seed("sack.txt", SACK);
    try (TrackedExecutor one = TrackedExecutor.withThreads(1);
        Gate _ = disk.hold(Op.OPEN)) {
      PassedDeadline.assertNotPassedEarly(
          Duration.ofNanos(900_000),
          deadline -> copying.copy(disk.path("sack.txt"), disk.path("copy.txt"), deadline, one));
    }
  }

  @Test
  @Order(11)
  void a_missing_file_fails_the_future_and_names_the_path(Disk disk) {
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2)) {
      Throwable failure =
          executor.failureOf(
              "copy(...) of a missing file", copy(disk, AMPLE, executor).returnsAtOnce());

      assertMissing("sack.txt", failure);
    }
  }

  @Test
  @Order(12)
  void a_full_disk_fails_the_future_and_closes_both_files(Disk disk) {
    disk.seed("sack.txt", SACK);
    disk.when(Op.READ).atMost(1_000);
    disk.when(Op.WRITE).from(4).fails("No space left on device");
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2)) {
      Throwable failure =
          executor.failureOf(
              "copy(...) to a full disk", copy(disk, AMPLE, executor).returnsAtOnce());

      assertIs(IOException.class, failure);
      executor.settle();
      assertThat(disk).everyHandleIsClosed();
    }
  }

  @Test
  @Order(13)
  void an_Error_midway_fails_the_future_and_closes_both_files(Disk disk) {
    disk.seed("sack.txt", SACK);
    disk.when(Op.WRITE)
        .then(() -> {
          throw new StackOverflowError("thrown by the suite");
        });
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2)) {
      Throwable failure =
          failureByAnError("copy(...)", executor, copy(disk, AMPLE, executor).returnsAtOnce());

      assertIs(StackOverflowError.class, failure);
      executor.settle();
      assertThat(disk).everyHandleIsClosed();
    }
  }

  @Test
  @Order(14)
  void an_executor_that_is_shut_down_is_an_error(Disk disk) {
    disk.seed("sack.txt", SACK);
    try (TrackedExecutor executor = TrackedExecutor.withThreads(2)) {
      executor.shutdown();

      Throwable failure = executor.refusalOf("copy(...)", copy(disk, AMPLE, executor));

      assertIs(RejectedExecutionException.class, failure);
    }
  }

  private Call<CompletableFuture<Long>> copy(
      Disk disk, Duration deadline, TrackedExecutor executor) {
    return Call.start(
        "copy(...)",
        () -> copying.copy(disk.path("sack.txt"), disk.path("copy.txt"), deadline, executor));
  }

  private static void assertCount(int expected, Long count) {
    if (count == null || count != expected) {
      throw StoppableCopyDiagnosis.wrongCount(expected, count);
    }
  }

  /** Copies until the disk holds the work and the deadline has passed. */
  private void passTheDeadlineAt(Gate held, Disk disk, TrackedExecutor executor) {
    PassedDeadline.whileHeld(
        held, SHORT, executor, deadline -> copy(disk, deadline, executor).returnsAtOnce());
  }
}
