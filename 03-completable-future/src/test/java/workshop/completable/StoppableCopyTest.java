package workshop.completable;

import static java.nio.charset.StandardCharsets.UTF_8;
import static workshop.completable.Failures.assertIs;
import static workshop.completable.Failures.assertMissing;
import static workshop.testkit.disk.DiskAssert.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.testkit.disk.Disk;
import workshop.testkit.disk.DiskEvent;
import workshop.testkit.disk.Gate;
import workshop.testkit.disk.OnDisk;
import workshop.testkit.disk.Op;
import workshop.testkit.suite.Answer;
import workshop.testkit.suite.ExerciseSuite;
import workshop.testkit.suite.Teaching;
import workshop.testkit.thread.Assistants;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Call;
import workshop.testkit.thread.Caller;

@ExerciseSuite
class StoppableCopyTest {

  /** Long enough never to be over in a test that is not about it. */
  private static final Duration AMPLE = Duration.ofMinutes(10);

  /** Over soon; the suite holds the disk until it is, so it cannot be too short or too long. */
  private static final Duration SHORT = Duration.ofMillis(50);

  /** Five milliseconds each, or more on a busy machine: far beyond the deadline. */
  private static final int LOOKS = 600;

  private static final byte[] SACK = "potatoes, ".repeat(1_000).getBytes(UTF_8);

  private final StoppableCopy copying = Answer.of(StoppableCopy.class);

  @Test
  @Order(1)
  void a_file_is_copied_and_its_size_reported(Disk disk) {
    disk.seed("sack.txt", SACK);
    disk.seed("copy.txt", "an older and longer copy: " + "potatoes, ".repeat(2_000));
    try (Assistants assistants = Assistants.hire(2)) {
      Long count = assistants.resultOf("copy(...)", copy(disk, AMPLE, assistants).returnsAtOnce());

      assertChunkByChunk(disk);
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
    try (Assistants assistants = Assistants.hire(2)) {
      Long count = assistants.resultOf("copy(...)", copy(disk, AMPLE, assistants).returnsAtOnce());

      assertThat(disk).file("copy.txt").wasWrittenOnce(SACK);
      assertCount(count);
    }
  }

  @Test
  @Order(3)
  void the_caller_is_free_while_the_disk_is_held(Disk disk) {
    disk.seed("sack.txt", SACK);
    try (Assistants assistants = Assistants.hire(2);
        Gate held = disk.hold(Op.OPEN)) {
      var call = copy(disk, AMPLE, assistants);

      var future = call.returnsWhileHeld(held);
      held.open();
      assistants.resultOf("copy(...)", future);

      OnDisk.assertDoneBy(assistants, disk.recording(), call.thread());
    }
  }

  @Test
  @Order(4)
  void nobody_is_told_before_both_files_are_closed(Disk disk) {
    disk.seed("sack.txt", SACK);
    try (Assistants assistants = Assistants.hire(2);
        Gate held = disk.when(Op.CLOSE).from(2).hold()) {
      var future = copy(disk, AMPLE, assistants).returnsAtOnce();
      assistants.awaitAt(held, 1, "copy(...)", future);
      assistants.settle(held);

      Closing.assertNotDoneBefore(future, disk);
    }
  }

  @Test
  @Order(5)
  void the_deadline_is_told_while_the_disk_is_still_held(Disk disk) {
    disk.seed("sack.txt", SACK);
    disk.when(Op.READ).atMost(1_000);
    try (Assistants assistants = Assistants.hire(2);
        Gate held = disk.hold(Op.READ)) {
      var future = copy(disk, SHORT, assistants).returnsWhileHeld(held);

      assertTimesOut(future);
    }
  }

  @Test
  @Order(6)
  void after_the_deadline_no_read_and_no_write_begins(Disk disk) {
    disk.seed("sack.txt", SACK);
    disk.when(Op.READ).atMost(1_000);
    try (Assistants assistants = Assistants.hire(2);
        Gate held = disk.when(Op.READ).from(3).hold()) {
      var future = copy(disk, SHORT, assistants).returnsWhileHeld(held);
      assertTimesOut(future);
      DiskEvent underway = held.arrivals().getFirst();

      held.open();
      assistants.settle();

      assertNothingBegan(disk, underway, "The deadline was over");
      assertThat(disk).everyHandleIsClosed();
    }
  }

  @Test
  @Order(7)
  void after_cancel_no_read_and_no_write_begins(Disk disk) {
    disk.seed("sack.txt", SACK);
    disk.when(Op.READ).atMost(1_000);
    try (Assistants assistants = Assistants.hire(2);
        Gate held = disk.when(Op.WRITE).from(3).hold()) {
      var future = copy(disk, AMPLE, assistants).returnsWhileHeld(held);
      future.cancel(true);
      DiskEvent underway = held.arrivals().getFirst();

      held.open();
      assistants.settle();

      assertNothingBegan(disk, underway, "The future was cancelled");
      assertThat(disk).everyHandleIsClosed();
      if (!disk.exists("copy.txt")) {
        throw OnDisk.shown(
            Teaching.saw("The future was cancelled, and copy.txt is not there any more.")
                .means("What has been copied until then was to stay.")
                .todo("Stop, close both files, and touch nothing else."),
            disk);
      }
    }
  }

  @Test
  @Order(8)
  void cancelled_between_two_opens_both_files_are_closed(Disk disk) {
    disk.seed("sack.txt", SACK);
    try (Assistants assistants = Assistants.hire(2);
        Gate held = disk.when(Op.OPEN).from(2).hold()) {
      var future = copy(disk, AMPLE, assistants).returnsWhileHeld(held);
      future.cancel(true);
      DiskEvent underway = held.arrivals().getFirst();

      held.open();
      assistants.settle();

      assertNothingBegan(disk, underway, "The future was cancelled");
      assertThat(disk).everyHandleIsClosed();
    }
  }

  @Test
  @Order(9)
  void what_is_cancelled_or_too_late_in_the_queue_never_begins(Disk disk) {
    disk.seed("sack.txt", SACK);
    CountDownLatch busy = new CountDownLatch(1);
    try (Assistants one = Assistants.hire(1)) {
      try {
        one.execute(() -> Await.latch("the end of the other work", busy));
        var cancelled = copy(disk, AMPLE, one).returnsAtOnce();
        var tooLate = copy(disk, SHORT, one).returnsAtOnce();
        cancelled.cancel(true);
        assertTimesOut(tooLate);
      } finally {
        busy.countDown();
      }
      one.settle();

      if (!disk.recording().only(Op.OPEN).isEmpty()) {
        throw OnDisk.shown(
            Teaching.saw(
                    "Both copies were given up while they stood in the queue of the executor; then"
                        + " a file was opened all the same.")
                .means("The work begins although nobody wants it any more, and empties the target.")
                .todo("Ask before you begin, too, not only between two chunks."),
            disk);
      }
    }
  }

  @Test
  @Order(10)
  void a_missing_file_fails_the_future_and_names_the_path(Disk disk) {
    try (Assistants assistants = Assistants.hire(2)) {
      Throwable failure =
          assistants.failureOf(
              "copy(...) of a missing file", copy(disk, AMPLE, assistants).returnsAtOnce());

      assertMissing("sack.txt", failure);
    }
  }

  @Test
  @Order(11)
  void a_full_disk_fails_the_future_and_both_files_are_closed(Disk disk) {
    disk.seed("sack.txt", SACK);
    disk.when(Op.READ).atMost(1_000);
    disk.when(Op.WRITE).from(4).fails("No space left on device");
    try (Assistants assistants = Assistants.hire(2)) {
      Throwable failure =
          assistants.failureOf(
              "copy(...) to a full disk", copy(disk, AMPLE, assistants).returnsAtOnce());

      assertIs(IOException.class, failure);
      assistants.settle();
      assertThat(disk).everyHandleIsClosed();
    }
  }

  @Test
  @Order(12)
  void an_error_midway_fails_the_future_and_both_files_are_closed(Disk disk) {
    disk.seed("sack.txt", SACK);
    disk.when(Op.WRITE)
        .then(() -> {
          throw new StackOverflowError("thrown by the suite");
        });
    try (Assistants assistants = Assistants.hire(2)) {
      Throwable failure =
          assistants.failureOf(
              "copy(...) with an Error", copy(disk, AMPLE, assistants).returnsAtOnce());

      assertIs(StackOverflowError.class, failure);
      assistants.settle();
      assertThat(disk).everyHandleIsClosed();
    }
  }

  @Test
  @Order(13)
  void an_executor_that_takes_no_work_is_an_error(Disk disk) {
    disk.seed("sack.txt", SACK);
    try (Assistants assistants = Assistants.hire(2)) {
      assistants.shutdown();

      Throwable failure =
          assistants.refusalOf("copy(...) after shutdown()", copy(disk, AMPLE, assistants));

      assertIs(RejectedExecutionException.class, failure);
    }
  }

  private Call<CompletableFuture<Long>> copy(Disk disk, Duration deadline, Assistants executor) {
    return Caller.call(
        "copy(...)",
        () -> copying.copy(disk.path("sack.txt"), disk.path("copy.txt"), deadline, executor));
  }

  private static void assertChunkByChunk(Disk disk) {
    if (!disk.recording().only(Op.COPY).isEmpty()) {
      throw OnDisk.shown(
          Teaching.saw("The file was copied by a single operation.")
              .means("Nobody can stop it in the middle, however long it takes.")
              .todo("Open both files; read a chunk, write it, and so on to the end of file."),
          disk);
    }
  }

  private static void assertCount(Long count) {
    if (count == null || count != SACK.length) {
      throw Teaching.saw(SACK.length + " bytes were copied; the future brought " + count)
          .means("The caller counts on the number.")
          .todo("Add up what each write really took.");
    }
  }

  /** The future must fail although nothing moves on the disk: waiting ends by the clock alone. */
  private static void assertTimesOut(CompletableFuture<Long> future) {
    for (int look = 0; look < LOOKS && !future.isDone(); look++) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
    if (!future.isDone()) {
      throw Teaching.saw(
              "The deadline of 50 ms was over long ago, and the future is not complete: the disk is"
                  + " still held.")
          .means(
              "Who looks at the clock only between two chunks is late: the chunk may take as long"
                  + " as it likes, and the queue of the executor, too.")
          .todo("Let somebody else complete the future in time: orTimeout has a thread for that.");
    }
    Throwable failure = Await.failure("a copy whose deadline is over", future);
    if (!(failure instanceof TimeoutException)) {
      throw Teaching.saw("The deadline was over, and the future failed with " + failure)
          .means("Callers tell \"too slow\" from \"broken\" by the TimeoutException.")
          .todo("Let orTimeout complete the future.")
          .because(failure);
    }
  }

  private static void assertNothingBegan(Disk disk, DiskEvent underway, String why) {
    List<DiskEvent> later =
        disk
            .recording()
            .after(underway)
            .only(Op.READ, Op.WRITE, Op.TRANSFER, Op.COPY)
            .events()
            .stream()
            .filter(event -> event.transferred() > 0 || !event.hasEnded()) // others moved nothing
            .toList();
    if (!later.isEmpty()) {
      throw OnDisk.shown(
          Teaching.saw(
                  why
                      + " while the disk held the "
                      + underway.op()
                      + "; after that, "
                      + later.size()
                      + " more reads and writes began.")
              .means(
                  "Completing a future, by cancel or by a timeout, stops nobody: no thread is"
                      + " interrupted, the task does not even know. Its disk is busy, and the"
                      + " target still changes after the failure was reported.")
              .todo(
                  "Let the work itself ask, before each read and each write, whether the future is"
                      + " done."),
          disk);
    }
  }
}
