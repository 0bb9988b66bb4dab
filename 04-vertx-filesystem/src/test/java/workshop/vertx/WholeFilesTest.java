package workshop.vertx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.WRITE;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
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
class WholeFilesTest {

  private static final String MENU = "crème brûlée";

  private final WholeFiles files = Answer.of(WholeFiles.class);

  @Test
  @Order(1)
  void what_was_written_is_read_once_it_is_written(Disk disk) {
    disk.seed("menu.txt", "yesterday's menu, which was longer");
    try (Kitchen kitchen = Kitchen.open(disk);
        Gate held = disk.hold(Op.WRITE)) {
      var order = order(kitchen, disk.path("menu.txt"));
      order.arrivesAt(held);

      if (!kitchen.comesWithout(() -> isBeingRead(disk))) {
        throw Diagnosis.observed(
                "While the disk still held the WRITE, menu.txt was opened for reading.")
            .means(
                "Calls of the file system that stand in a row run side by side, each on a thread of"
                    + " its own: what is read is the old content, the new one, or some of both.")
            .nextStep("Let the second step begin inside compose() of the first one's future.")
            .evidence("On the disk", disk.recording());
      }
      order.isNotDoneWhile(held, "the write");
      held.open();
      Buffer read = order.served();
      assertThat(disk).file("menu.txt").holds(MENU.getBytes(UTF_8));
      assertRead(MENU, read);
    }
  }

  @Test
  @Order(2)
  void the_event_loop_ticks_while_the_disk_writes(Disk disk) {
    try (Kitchen kitchen = Kitchen.open(disk);
        Gate held = disk.hold(Op.WRITE)) {
      order(kitchen, disk.path("menu.txt")).leavesTheLoopFreeAt(held);
    }
  }

  @Test
  @Order(3)
  void the_event_loop_ticks_while_the_disk_reads(Disk disk) {
    try (Kitchen kitchen = Kitchen.open(disk);
        Gate held = disk.hold(Op.READ)) {
      order(kitchen, disk.path("menu.txt")).leavesTheLoopFreeAt(held);
    }
  }

  @Test
  @Order(4)
  void what_is_returned_comes_from_the_disk(Disk disk) {
    // Not when it is opened for reading: one handle may do for both steps.
    disk.when(Op.READ).times(1).then(() -> disk.seed("menu.txt", "soup"));
    try (Kitchen kitchen = Kitchen.open(disk)) {
      Buffer read = order(kitchen, disk.path("menu.txt")).served();

      assertRead("soup", read);
    }
  }

  @Test
  @Order(5)
  void a_write_that_fails_fails_the_future(Disk disk) {
    Path file = disk.path("no-such-directory").resolve("menu.txt");
    try (Kitchen kitchen = Kitchen.open(disk)) {
      Throwable failure = order(kitchen, file).failed();

      if (!String.valueOf(failure.getMessage()).contains(file.toString())) {
        throw Diagnosis.observed("The future failed with " + failure)
            .means("That is not the error of the step that failed: it does not name " + file + ".")
            .nextStep("Let the failure of the first step through, as compose() does.")
            .because(failure);
      }
    }
  }

  @Test
  @Order(6)
  void what_an_interrupted_write_has_left_is_no_result(Disk disk) {
    disk.seed("menu.txt", "yesterday's menu");
    disk.when(Op.WRITE).fails("No space left on device");
    try (Kitchen kitchen = Kitchen.open(disk)) {
      order(kitchen, disk.path("menu.txt")).failed();
    }
  }

  @Test
  @Order(7)
  void a_read_that_fails_fails_the_future(Disk disk) {
    disk.when(Op.READ).fails("Input/output error");
    try (Kitchen kitchen = Kitchen.open(disk)) {
      order(kitchen, disk.path("menu.txt")).failed();
    }
  }

  private Promised<Buffer> order(Kitchen kitchen, Path file) {
    return kitchen.order(
        "writeThenRead()", () -> files.writeThenRead(kitchen.vertx(), file, Buffer.buffer(MENU)));
  }

  private static boolean isBeingRead(Disk disk) {
    return disk.recording().only(Op.OPEN).events().stream()
        .map(DiskEvent::options)
        .anyMatch(options -> !options.contains(WRITE));
  }

  private static void assertRead(String expected, Buffer read) {
    if (read == null || !expected.equals(read.toString())) {
      throw Diagnosis.observed(
              "The file holds \"" + expected + "\"; the future gave " + shown(read) + ".")
          .means("The result has to be what the file holds after the write, read from the disk.")
          .nextStep("Return the future of the reading, with the Buffer that it delivers.");
    }
  }

  private static String shown(Buffer read) {
    return read == null ? "null" : '"' + read.toString() + '"';
  }
}
