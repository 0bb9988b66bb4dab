package workshop.vertx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.ExerciseSuite;

@ExerciseSuite
class DurableFileTest {

  private static final byte[] ORDER = "two coffees, one croissant".getBytes(UTF_8);

  private final DurableFile files = Answer.of(DurableFile.class);

  @Test
  @Order(1)
  void the_file_holds_what_was_written(Disk disk) {
    try (EventLoop loop = EventLoop.open(disk)) {
      write(loop, disk.path("order.txt"), ORDER).result();
    }
    assertThat(disk).file("order.txt").holds(ORDER);
  }

  @Test
  @Order(2)
  void nothing_of_a_longer_old_file_is_left(Disk disk) {
    disk.seed("order.txt", "a much longer order from yesterday: " + "potatoes, ".repeat(9));
    try (EventLoop loop = EventLoop.open(disk)) {
      write(loop, disk.path("order.txt"), ORDER).result();
    }
    assertThat(disk).file("order.txt").startsEmpty().holds(ORDER);
  }

  @Test
  @Order(3)
  void no_step_begins_before_the_write_is_done(Disk disk) {
    try (EventLoop loop = EventLoop.open(disk);
        Gate held = disk.hold(Op.WRITE)) {
      LoopCall<Void> call = write(loop, disk.path("order.txt"), ORDER);
      call.reaches(held);

      if (!loop.quietWithout(() -> !followers(disk, held).isEmpty())) {
        throw DurableFileDiagnosis.didNotWait(followers(disk, held), disk);
      }
      call.isNotDoneWhile(held, "the write is not done");
      call.leavesTheLoopFreeAt(held);
    }
    if (DurableFileDiagnosis.isForcedTooEarly(disk)) {
      assertDurable(disk); // a force before the write does not count
    }
  }

  /** Returns the forces and closes that began after the held write. */
  private static List<DiskEvent> followers(Disk disk, Gate held) {
    return disk.recording().after(held.arrivals().getFirst()).only(Op.FORCE, Op.CLOSE).events();
  }

  @Test
  @Order(4)
  void data_and_metadata_are_durable(Disk disk) {
    disk.seed("order.txt", "yesterday's order");
    try (EventLoop loop = EventLoop.open(disk)) {
      write(loop, disk.path("order.txt"), ORDER).result();
    }
    assertDurable(disk);
    assertThat(disk).everyMoveIsForced();
  }

  private static void assertDurable(Disk disk) {
    try {
      assertThat(disk).file("order.txt").isDurable();
    } catch (Diagnosis notDurable) {
      throw DurableFileDiagnosis.notDurable(disk).because(notDurable);
    }
  }

  @Test
  @Order(5)
  void the_file_is_closed_before_the_future_completes(Disk disk) {
    try (EventLoop loop = EventLoop.open(disk);
        Gate held = disk.hold(Op.CLOSE)) {
      LoopCall<Void> call = write(loop, disk.path("order.txt"), ORDER);
      call.reaches(held);

      call.isNotDoneWhile(held, "the file is still open");
      call.leavesTheLoopFreeAt(held);
    }
  }

  @Test
  @Order(6)
  void partial_writes_are_resumed(Disk disk) {
    disk.when(Op.WRITE).atMost(7);
    try (EventLoop loop = EventLoop.open(disk)) {
      write(loop, disk.path("order.txt"), ORDER).result();
    }
    assertThat(disk).file("order.txt").wasWrittenOnce(ORDER);
  }

  @Test
  @Order(7)
  void a_disk_that_fills_up_fails_the_future_and_the_file_is_closed(Disk disk) {
    disk.when(Op.WRITE).atMost(7);
    disk.when(Op.WRITE).from(2).fails("No space left on device");
    try (EventLoop loop = EventLoop.open(disk)) {
      Throwable failure = write(loop, disk.path("order.txt"), ORDER).failed();

      loop.eventually(() -> disk.recording().openHandles().isEmpty());
      loop.assertNothingIsOpen();
      loop.assertNoHandlerThrew();
      assertTells(failure, "No space left on device");
    }
  }

  @Test
  @Order(8)
  void the_file_is_closed_before_the_future_fails(Disk disk) {
    // A close that fails as well must not hide the first error.
    disk.when(Op.WRITE).times(1).then(() -> disk.when(Op.CLOSE).fails("Input/output error"));
    disk.when(Op.WRITE).fails("No space left on device");
    try (EventLoop loop = EventLoop.open(disk);
        Gate held = disk.hold(Op.CLOSE)) {
      Throwable failure = write(loop, disk.path("order.txt"), ORDER).failsOnlyAfter(held);
      assertTells(failure, "No space left on device");
    }
  }

  @Test
  @Order(9)
  void no_disk_operation_runs_on_the_event_loop(Disk disk) {
    try (EventLoop loop = EventLoop.open(disk);
        Gate held = disk.hold(Op.OPEN)) {
      write(loop, disk.path("order.txt"), ORDER).leavesTheLoopFreeAt(held);
      loop.assertAskedNothing();
    }
  }

  @Test
  @Order(10)
  void a_file_that_cannot_be_opened_fails_the_future(Disk disk) {
    try (EventLoop loop = EventLoop.open(disk)) {
      write(loop, disk.path("no-such-directory").resolve("order.txt"), ORDER).failed();
    }
  }

  @Test
  @Order(11)
  void content_of_any_kind_and_length_is_written(Disk disk) {
    byte[] large = SampleBytes.random(SampleBytes.LARGE);
    try (EventLoop loop = EventLoop.open(disk)) {
      write(loop, disk.path("order.bin"), large).result();
    }
    if (!Arrays.equals(large, disk.contents("order.bin"))) {
      throw DurableFileDiagnosis.otherContent(large, disk.contents("order.bin"));
    }
  }

  @Test
  @Order(12)
  void an_error_in_any_chunk_fails_the_future(Disk disk) {
    disk.when(Op.WRITE).times(1).fails("Input/output error");
    try (EventLoop loop = EventLoop.open(disk)) {
      byte[] content = SampleBytes.random(SampleBytes.LARGE);
      write(loop, disk.path("order.bin"), content).failedWithoutRetry(disk);
    }
  }

  @Test
  @Order(13)
  void empty_content_empties_the_file_durably(Disk disk) {
    disk.seed("order.txt", "an order from yesterday");
    try (EventLoop loop = EventLoop.open(disk)) {
      write(loop, disk.path("order.txt"), new byte[0]).result();
    }
    assertThat(disk).file("order.txt").holds(new byte[0]);
    if (disk.recording().only(Op.FORCE).isEmpty()) {
      throw DurableFileDiagnosis.emptyAndNotForced(disk);
    }
  }

  @Test
  @Order(14)
  void a_failed_force_fails_the_future(Disk disk) {
    disk.when(Op.FORCE).fails("Input/output error");
    try (EventLoop loop = EventLoop.open(disk)) {
      LoopCall<Void> call = write(loop, disk.path("order.txt"), ORDER);
      call.awaitEnd();
      // With sync, each write is durable by itself, so a program needs no force.
      if (!disk.recording().only(Op.FORCE).isEmpty() && call.failure() == null) {
        throw DurableFileDiagnosis.forceErrorLost(disk);
      }
    }
  }

  private static void assertTells(Throwable failure, String reason) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (String.valueOf(at).contains(reason)) {
        return;
      }
    }
    throw DurableFileDiagnosis.hidden(failure);
  }

  private LoopCall<Void> write(EventLoop loop, Path file, byte[] content) {
    return loop.call("write()", () -> files.write(loop.vertx(), file, Buffer.buffer(content)));
  }
}
