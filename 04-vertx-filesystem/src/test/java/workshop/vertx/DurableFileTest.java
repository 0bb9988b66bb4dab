package workshop.vertx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.DSYNC;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import io.vertx.core.buffer.Buffer;
import java.nio.file.Path;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.disk.Disk;
import workshop.disk.Gate;
import workshop.disk.Op;
import workshop.disk.Recording;
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
    try (Kitchen kitchen = Kitchen.open(disk)) {
      write(kitchen, disk.path("order.txt")).served();
    }
    assertThat(disk).file("order.txt").holds(ORDER);
  }

  @Test
  @Order(2)
  void nothing_of_a_longer_old_file_is_left(Disk disk) {
    disk.seed("order.txt", "a much longer order from yesterday: " + "potatoes, ".repeat(9));
    try (Kitchen kitchen = Kitchen.open(disk)) {
      write(kitchen, disk.path("order.txt")).served();
    }
    assertThat(disk).file("order.txt").startsEmpty().holds(ORDER);
  }

  @Test
  @Order(3)
  void nothing_follows_the_write_until_it_is_done(Disk disk) {
    try (Kitchen kitchen = Kitchen.open(disk);
        Gate held = disk.hold(Op.WRITE)) {
      var order = write(kitchen, disk.path("order.txt"));
      order.arrivesAt(held);

      if (!kitchen.comesWithout(() -> !tooEarly(disk).isEmpty())) {
        throw Diagnosis.observed(
                "The disk still held the WRITE when the " + inWords(tooEarly(disk)) + " came.")
            .means("It did not wait for the write, and so it does not include what is written.")
            .nextStep("Let each step begin in compose() of the one before.")
            .evidence("On the disk", disk.recording());
      }
      order.isNotDoneWhile(held, "the write");
      order.leavesTheLoopFreeAt(held);
    }
  }

  @Test
  @Order(4)
  void data_and_metadata_are_durable(Disk disk) {
    try (Kitchen kitchen = Kitchen.open(disk)) {
      write(kitchen, disk.path("order.txt")).served();
    }
    try {
      assertThat(disk).file("order.txt").isDurable();
    } catch (Diagnosis notDurable) {
      throw notDurable(disk).evidence("On the disk", disk.recording()).because(notDurable);
    }
  }

  private static Diagnosis notDurable(Disk disk) {
    String data =
        "That promises the data and not all of the metadata: it is Rust's sync_data, and the"
            + " program of this workshop promises sync_all.";
    String todo = "Look among the OpenOptions for one that makes each write durable, metadata too.";
    if (disk.recording().only(Op.OPEN).events().stream()
        .anyMatch(opening -> opening.options().contains(DSYNC))) {
      return Diagnosis.observed("The file was opened with setDsync(true).")
          .means(data)
          .nextStep(todo);
    }
    if (!disk.recording().only(Op.FORCE).isEmpty()) {
      return Diagnosis.observed(
              "The file was made durable with AsyncFile.flush(), which is force(false).")
          .means(data)
          .nextStep(todo);
    }
    String lost =
        "The bytes are in the operating system's memory. After a power cut they are gone, though the"
            + " program has reported success.";
    if (disk.recording().only(Op.WRITE).events().stream()
        .anyMatch(write -> write.thread().name().startsWith("vert.x-internal-blocking-"))) {
      return Diagnosis.observed(
              "The file was written with FileSystem.writeFile(), and never forced.")
          .means(lost + " writeFile() has no options, so you cannot ask it for more.")
          .nextStep("Open an AsyncFile: its OpenOptions have one that makes each write durable.");
    }
    return Diagnosis.observed("The file was written and closed, and never forced.")
        .means(lost)
        .nextStep(todo);
  }

  @Test
  @Order(5)
  void the_file_is_closed_when_the_future_completes(Disk disk) {
    try (Kitchen kitchen = Kitchen.open(disk);
        Gate held = disk.hold(Op.CLOSE)) {
      var order = write(kitchen, disk.path("order.txt"));
      order.arrivesAt(held);

      order.isNotDoneWhile(held, "the file is still open, and closing it");
      order.leavesTheLoopFreeAt(held);
    }
  }

  @Test
  @Order(6)
  void partial_writes_are_resumed(Disk disk) {
    disk.when(Op.WRITE).atMost(7);
    try (Kitchen kitchen = Kitchen.open(disk)) {
      write(kitchen, disk.path("order.txt")).served();
    }
    assertThat(disk).file("order.txt").wasWrittenOnce(ORDER);
  }

  @Test
  @Order(7)
  void a_disk_that_fills_up_fails_the_future_and_the_file_is_closed(Disk disk) {
    disk.when(Op.WRITE).atMost(7);
    disk.when(Op.WRITE).from(2).fails("No space left on device");
    try (Kitchen kitchen = Kitchen.open(disk)) {
      Throwable failure = write(kitchen, disk.path("order.txt")).failed();

      kitchen.assertNothingIsOpen();
      kitchen.assertNoHandlerThrew();
      if (!tells(failure, "No space left on device")) {
        throw Diagnosis.observed("The disk is full; the future failed with " + failure)
            .means("The first error is the one that explains, and another one has hidden it.")
            .nextStep("Close in eventually(), which hands on how the step before it ended.")
            .because(failure);
      }
    }
  }

  @Test
  @Order(8)
  void the_file_is_closed_before_the_future_fails(Disk disk) {
    disk.when(Op.WRITE).fails("No space left on device");
    try (Kitchen kitchen = Kitchen.open(disk);
        Gate held = disk.hold(Op.CLOSE)) {
      write(kitchen, disk.path("order.txt")).failedOnlyAfter(held);
    }
  }

  @Test
  @Order(9)
  void the_event_loop_ticks_while_the_disk_opens_the_file(Disk disk) {
    try (Kitchen kitchen = Kitchen.open(disk);
        Gate held = disk.hold(Op.OPEN)) {
      write(kitchen, disk.path("order.txt")).leavesTheLoopFreeAt(held);
    }
  }

  @Test
  @Order(10)
  void a_file_that_cannot_be_opened_fails_the_future(Disk disk) {
    try (Kitchen kitchen = Kitchen.open(disk)) {
      write(kitchen, disk.path("no-such-directory").resolve("order.txt")).failed();
    }
  }

  private static boolean tells(Throwable failure, String reason) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (String.valueOf(at).contains(reason)) {
        return true;
      }
    }
    return false;
  }

  private Promised<Void> write(Kitchen kitchen, Path file) {
    return kitchen.order("write()", () -> files.write(kitchen.vertx(), file, Buffer.buffer(ORDER)));
  }

  private static Recording tooEarly(Disk disk) {
    return disk.recording().only(Op.FORCE, Op.CLOSE);
  }

  private static String inWords(Recording events) {
    return String.join(" and the ", events.events().stream().map(e -> e.op().name()).toList());
  }
}
