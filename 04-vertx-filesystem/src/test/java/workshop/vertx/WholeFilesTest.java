package workshop.vertx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.WRITE;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.ExerciseSuite;

@ExerciseSuite
class WholeFilesTest {

  private static final byte[] MENU = "crème brûlée".getBytes(UTF_8);

  private static final String AS_LONG_AS_THE_MENU = "soup and bread.";

  private final WholeFiles files = Answer.of(WholeFiles.class);

  @Test
  @Order(1)
  void the_file_is_read_after_it_is_written(Disk disk) {
    disk.seed("menu.txt", "yesterday's menu, which was longer");
    try (EventLoop loop = EventLoop.open(disk);
        Gate held = disk.hold(Op.WRITE)) {
      LoopCall<Buffer> call = writeThenRead(loop, disk.path("menu.txt"), MENU);
      call.reaches(held);

      if (!loop.quietWithout(() -> isBeingRead(disk))) {
        throw WholeFilesDiagnosis.readBeforeWritten(disk);
      }
      call.isNotDoneWhile(held, "the write is not done");
      held.open();
      Buffer read = call.result();
      call.completedOnTheLoop();
      assertThat(disk).file("menu.txt").holds(MENU);
      assertRead(MENU, read);
    }
  }

  @Test
  @Order(2)
  void the_event_loop_ticks_while_the_disk_writes(Disk disk) {
    try (EventLoop loop = EventLoop.open(disk);
        Gate held = disk.hold(Op.WRITE)) {
      writeThenRead(loop, disk.path("menu.txt"), MENU).leavesTheLoopFreeAt(held);
    }
  }

  @Test
  @Order(3)
  void the_event_loop_ticks_while_the_disk_reads(Disk disk) {
    try (EventLoop loop = EventLoop.open(disk);
        Gate held = disk.hold(Op.READ)) {
      writeThenRead(loop, disk.path("menu.txt"), MENU).leavesTheLoopFreeAt(held);
    }
  }

  @Test
  @Order(4)
  void the_result_comes_from_the_disk_and_arrives_on_the_event_loop(Disk disk) {
    // Not when the file is opened for reading, because one handle may serve both steps.
    disk.when(Op.READ).times(1).then(() -> disk.seed("menu.txt", AS_LONG_AS_THE_MENU));
    try (EventLoop loop = EventLoop.open(disk);
        Gate held = disk.hold(Op.WRITE)) {
      LoopCall<Buffer> call = writeThenRead(loop, disk.path("menu.txt"), MENU);
      call.reaches(held);
      loop.awaitTurn(); // the handler is attached to the future by now
      held.open();

      assertRead(AS_LONG_AS_THE_MENU.getBytes(UTF_8), call.result());
      call.completedOnTheLoop();
    }
  }

  @Test
  @Order(5)
  void no_disk_operation_runs_on_the_event_loop(Disk disk) {
    disk.seed("menu.txt", "yesterday's menu");
    try (EventLoop loop = EventLoop.open(disk)) {
      writeThenRead(loop, disk.path("menu.txt"), MENU).result();
      loop.assertAskedNothing();
    }
  }

  @Test
  @Order(6)
  void content_of_any_kind_and_length_is_kept(Disk disk) {
    try (EventLoop loop = EventLoop.open(disk)) {
      assertKept(loop, disk, SampleBytes.random(SampleBytes.LARGE));
      assertKept(loop, disk, new byte[0]);
    }
  }

  private void assertKept(EventLoop loop, Disk disk, byte[] content) {
    int before = disk.recording().events().size();
    Buffer read = writeThenRead(loop, disk.path("menu.bin"), content).result();
    boolean leftOut = content.length == 0 && read != null && read.length() == 0;
    if (disk.recording().events().size() == before && !leftOut) {
      throw WholeFilesDiagnosis.remembered();
    }
    if (!Arrays.equals(content, disk.contents("menu.bin"))) {
      throw WholeFilesDiagnosis.otherContent(content, disk.contents("menu.bin"));
    }
    assertRead(content, read);
    if (disk.recording().events().stream().skip(before).noneMatch(WholeFilesTest::asksForContent)) {
      throw WholeFilesDiagnosis.notRead(disk);
    }
  }

  /** A program that finds a size of 0 need not read. */
  private static boolean asksForContent(DiskEvent event) {
    return switch (event.op()) {
      case READ, SIZE, ATTRIBUTES -> true;
      case OPEN -> !event.options().contains(WRITE);
      default -> false;
    };
  }

  @Test
  @Order(7)
  void a_failed_write_fails_the_future_with_its_own_error(Disk disk) {
    Path file = disk.path("no-such-directory").resolve("menu.txt");
    try (EventLoop loop = EventLoop.open(disk)) {
      Throwable failure = writeThenRead(loop, file, MENU).failed();

      if (!String.valueOf(failure.getMessage()).contains(file.toString())) {
        throw WholeFilesDiagnosis.otherError(file, failure);
      }
      if (!(failure instanceof IOException || failure instanceof FileSystemException)) {
        throw WholeFilesDiagnosis.wrapped(failure);
      }
    }
  }

  @Test
  @Order(8)
  void a_failed_write_fails_the_future_even_if_the_old_file_can_be_read(Disk disk) {
    try (EventLoop loop = EventLoop.open(disk)) {
      writeThenRead(loop, disk.path("menu.txt"), MENU).result();
      // Only once: a second attempt would succeed, but the page does not ask for one.
      disk.when(Op.WRITE).times(1).fails("No space left on device");
      writeThenRead(loop, disk.path("menu.txt"), MENU).failedWithoutRetry(disk);
    }
  }

  @Test
  @Order(9)
  void a_failed_read_fails_the_future(Disk disk) {
    disk.when(Op.READ).fails("Input/output error");
    try (EventLoop loop = EventLoop.open(disk)) {
      writeThenRead(loop, disk.path("menu.txt"), MENU).failed();
    }
  }

  private LoopCall<Buffer> writeThenRead(EventLoop loop, Path file, byte[] content) {
    return loop.call(
        "writeThenRead()", () -> files.writeThenRead(loop.vertx(), file, Buffer.buffer(content)));
  }

  private static boolean isBeingRead(Disk disk) {
    return disk.recording().only(Op.OPEN).events().stream()
        .map(DiskEvent::options)
        .anyMatch(options -> !options.contains(WRITE));
  }

  private static void assertRead(byte[] expected, Buffer read) {
    if (read == null || !Arrays.equals(expected, read.getBytes())) {
      throw WholeFilesDiagnosis.otherResult(expected, read);
    }
  }
}
