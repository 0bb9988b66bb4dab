package workshop.blocking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.disk.Disk;
import workshop.disk.DiskEvent;
import workshop.disk.Op;
import workshop.disk.Outcome;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.ExerciseSuite;

@ExerciseSuite
class WriteFullyTest {

  private static final byte[] ORDER = "six eggs, flour, and butter".getBytes(UTF_8);

  private final WriteFully writing = Answer.of(WriteFully.class);

  @Test
  @Order(1)
  void a_new_file_holds_exactly_the_content(Disk disk) throws IOException {
    writing.write(disk.path("order.txt"), ORDER);

    assertThat(disk).file("order.txt").holds(ORDER);
  }

  @Test
  @Order(2)
  void nothing_of_a_longer_old_file_is_left(Disk disk) throws IOException {
    disk.seed("order.txt", "a much longer order from yesterday: " + "potatoes, ".repeat(9));

    writing.write(disk.path("order.txt"), ORDER);

    assertThat(disk).file("order.txt").holds(ORDER);
  }

  @Test
  @Order(3)
  void a_partial_write_is_resumed_where_it_stopped(Disk disk) throws IOException {
    disk.when(Op.WRITE).atMost(2);

    writing.write(disk.path("order.txt"), ORDER);

    assertThat(disk).file("order.txt").wasWrittenOnce(ORDER).isDurable();
  }

  @Test
  @Order(4)
  void data_and_metadata_are_durable_when_the_call_returns(Disk disk) throws IOException {
    writing.write(disk.path("order.txt"), ORDER);

    assertThat(disk).file("order.txt").isDurable();
  }

  @Test
  @Order(5)
  void an_empty_content_makes_an_empty_file(Disk disk) throws IOException {
    disk.seed("order.txt", "yesterday's order");

    writing.write(disk.path("order.txt"), new byte[0]);

    assertThat(disk).wasUsed().file("order.txt").holds(new byte[0]);
  }

  @Test
  @Order(6)
  void bytes_are_written_as_they_are_text_or_not(Disk disk) throws IOException {
    byte[] photo = {'\r', '\n', (byte) 0xFF, 0, (byte) 0xC3, '\n'};

    writing.write(disk.path("photo.bin"), photo);

    assertThat(disk).file("photo.bin").holds(photo);
  }

  @Test
  @Order(7)
  void a_disk_that_fills_up_midway_is_an_error_and_the_file_is_closed(Disk disk) {
    disk.when(Op.WRITE).atMost(7);
    disk.when(Op.WRITE).from(2).fails("No space left on device");

    try {
      writing.write(disk.path("order.txt"), ORDER);
    } catch (IOException expected) {
      assertThat(disk).everyHandleIsClosed();
      return;
    }
    if (disk.recording().events().stream()
        .noneMatch(WriteFullyTest::isRefused)) { // the rest went elsewhere, or nowhere
      assertThat(disk).file("order.txt").wasWrittenOnce(ORDER);
    }
    throw Diagnosis.observed(
            "The second write failed with \"No space left on device\"; write() returned.")
        .means("7 of 27 bytes are in the file, and the caller believes in all 27.")
        .nextStep("Let the IOException through: do not catch what you cannot mend.");
  }

  @Test
  @Order(8)
  void a_force_that_fails_is_an_error_and_the_file_is_closed(Disk disk) {
    disk.when(Op.FORCE).fails("Input/output error");

    try {
      writing.write(disk.path("order.txt"), ORDER);
    } catch (IOException expected) {
      assertThat(disk).everyHandleIsClosed();
      return;
    }
    if (disk.recording().only(Op.FORCE).isEmpty()) {
      return; // opened in a mode that makes each write durable: nothing is forced, nothing can fail
    }
    throw Diagnosis.observed("force(true) failed with \"Input/output error\"; write() returned.")
        .means("The device could not keep the bytes, and this was the last chance to learn of it.")
        .nextStep("Let the IOException through: what cannot be forced is not written.");
  }

  private static boolean isRefused(DiskEvent event) {
    return event.writes() && event.outcome() instanceof Outcome.Failed;
  }
}
