package workshop.blocking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import workshop.disk.Disk;
import workshop.disk.Op;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.ExerciseSuite;

@ExerciseSuite
class WriteFullyTest {

  private static final String TEXT = "six eggs, flour, and butter";

  private final WriteFully writing = Answer.of(WriteFully.class);
  private final byte[] order = TEXT.getBytes(UTF_8);

  @Test
  @Order(1)
  void a_new_file_holds_exactly_the_content(Disk disk) throws IOException {
    writing.write(disk.path("order.txt"), order);

    assertThat(disk).file("order.txt").holds(TEXT.getBytes(UTF_8));
  }

  @Test
  @Order(2)
  void nothing_of_a_longer_old_file_is_left(Disk disk) throws IOException {
    disk.seed("order.txt", "a much longer order from yesterday: " + "potatoes, ".repeat(9));

    writing.write(disk.path("order.txt"), order);

    assertThat(disk).file("order.txt").holds(TEXT.getBytes(UTF_8));
    WriteFullyDiagnosis.assertNotDeleted(disk);
  }

  @Test
  @Order(3)
  void a_partial_write_is_resumed_where_it_stopped(Disk disk) throws IOException {
    disk.when(Op.WRITE).atMost(2);

    writing.write(disk.path("order.txt"), order);

    assertThat(disk).file("order.txt").wasWrittenOnce(TEXT.getBytes(UTF_8));
  }

  @Test
  @Order(4)
  void data_and_metadata_are_durable_when_the_call_returns(Disk disk) throws IOException {
    disk.seed("order.txt", "a much longer order from yesterday: " + "potatoes, ".repeat(9));
    disk.when(Op.WRITE).atMost(10);

    writing.write(disk.path("order.txt"), order);

    assertThat(disk).file("order.txt").isDurable();
    assertThat(disk).everyMoveIsForced();
  }

  @Test
  @Order(5)
  void empty_content_makes_an_empty_file_that_is_durable(Disk disk) throws IOException {
    disk.seed("order.txt", "yesterday's order");

    writing.write(disk.path("order.txt"), new byte[0]);

    assertThat(disk).wasUsed().file("order.txt").holds(new byte[0]);
    WriteFullyDiagnosis.assertForced(disk);
  }

  @Test
  @Order(6)
  void bytes_that_are_not_text_are_written_unchanged(Disk disk) throws IOException {
    byte[] photo = {'\r', '\n', (byte) 0xFF, 0, (byte) 0xC3, '\n'};

    writing.write(disk.path("photo.bin"), photo.clone());

    assertThat(disk).file("photo.bin").holds(photo);
  }

  @Test
  @Order(7)
  void content_larger_than_any_buffer_is_written_once(Disk disk) throws IOException {
    byte[] film = new byte[(1 << 20) + 4321];
    for (int i = 0; i < film.length; i++) {
      film[i] = (byte) (i * 31 + i / 251);
    }

    writing.write(disk.path("film.bin"), film.clone());

    assertThat(disk).file("film.bin").wasWrittenOnce(film);
  }

  @Test
  @Order(8)
  void a_disk_that_fills_up_midway_is_an_error_and_the_file_is_closed(Disk disk)
      throws IOException {
    disk.when(Op.WRITE).atMost(7);
    disk.when(Op.WRITE).from(2).times(1).fails("No space left on device");

    if (!fails(disk)) {
      throw WriteFullyDiagnosis.swallowedTheFullDisk(disk, TEXT.getBytes(UTF_8));
    }
    assertThat(disk).everyHandleIsClosed();

    writing.write(disk.path("order.txt"), "salt".getBytes(UTF_8));
    WriteFullyDiagnosis.assertStartedFresh(disk, "salt");
  }

  @Test
  @Order(9)
  void a_force_that_fails_is_an_error_and_the_file_is_closed(Disk disk) {
    disk.when(Op.FORCE).times(1).fails("Input/output error");

    if (!fails(disk)) {
      WriteFullyDiagnosis.assertNoForceFailed(disk); // with SYNC there is no force
    }
    assertThat(disk).everyHandleIsClosed();
  }

  @Test
  @Order(10)
  void a_close_that_fails_is_an_error(Disk disk) {
    disk.when(Op.CLOSE).times(1).fails("Input/output error");

    if (!fails(disk)) {
      throw WriteFullyDiagnosis.swallowedTheFailedClose(disk);
    }
  }

  @Test
  @Order(11)
  void a_write_that_an_interrupt_stops_is_an_error(Disk disk) {
    Thread.currentThread().interrupt();
    try {
      if (fails(disk)) {
        return;
      }
    } finally {
      Thread.interrupted();
    }
    WriteFullyDiagnosis.assertWrittenInSpiteOfTheInterrupt(disk, TEXT.getBytes(UTF_8));
  }

  @Test
  @Order(12)
  void the_callers_array_is_not_changed(Disk disk) throws IOException {
    disk.when(Op.WRITE).atMost(10);

    writing.write(disk.path("order.txt"), order);

    WriteFullyDiagnosis.assertUnchanged(order, TEXT);
  }

  @Test
  @Order(13)
  void an_old_file_is_emptied_before_the_first_write(Disk disk) throws IOException {
    disk.seed("order.txt", "yesterday's order, which was a longer one");

    writing.write(disk.path("order.txt"), order);

    WriteFullyDiagnosis.assertEmptiedFirst(disk);
  }

  /** Returns whether write() throws an IOException. */
  private boolean fails(Disk disk) {
    return FailedCall.of("write", () -> writing.write(disk.path("order.txt"), order)).isPresent();
  }
}
