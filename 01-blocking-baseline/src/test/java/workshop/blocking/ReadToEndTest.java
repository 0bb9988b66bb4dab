package workshop.blocking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import workshop.disk.Disk;
import workshop.disk.Op;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.exercise.Answer;
import workshop.testkit.exercise.ExerciseSuite;

@ExerciseSuite
class ReadToEndTest {

  private static final String SHELF = "butter, eggs, flour, milk, salt, sugar";

  private final ReadToEnd reading = Answer.of(ReadToEnd.class);

  @Test
  @Order(1)
  void the_whole_file_is_read(Disk disk) throws IOException {
    disk.seed("shelf.txt", SHELF);

    byte[] read = read(disk.path("shelf.txt"));

    assertRead(SHELF, read, "each read returned as many bytes as the buffer had room for");
    assertThat(disk).file("shelf.txt").wasReadToEnd().holds(SHELF.getBytes(UTF_8));
  }

  @Test
  @Order(2)
  void bytes_that_are_not_text_are_returned_unchanged(Disk disk) throws IOException {
    byte[] bytes = {'o', 'n', 'e', '\r', '\n', (byte) 0xFF, 0, (byte) 0xC3, '\n'};
    disk.seed("shelf.bin", bytes);

    byte[] read = read(disk.path("shelf.bin"));

    if (!Arrays.equals(bytes, read)) {
      throw ReadToEndDiagnosis.otherBytes(bytes, read);
    }
  }

  @Test
  @Order(3)
  void a_short_read_is_not_the_end(Disk disk) throws IOException {
    disk.seed("shelf.txt", SHELF);
    disk.when(Op.READ).atMost(5);

    byte[] read = read(disk.path("shelf.txt"));

    assertRead(SHELF, read, "each read returned at most 5 bytes");
  }

  @Test
  @Order(4)
  void a_file_larger_than_any_buffer_is_read_in_order(Disk disk) throws IOException {
    String large = "0123456789abcdef".repeat(9_000);
    disk.seed("shelf.txt", large);

    byte[] read = read(disk.path("shelf.txt"));

    assertRead(large, read, "the file has 144,000 bytes");
  }

  @Test
  @Order(5)
  void a_file_larger_than_a_mebibyte_is_read_to_its_end(Disk disk) throws IOException {
    String film = "0123456789abcdef".repeat((1 << 16) + 100) + "end";
    disk.seed("film.bin", film);
    disk.when(Op.READ).times(1).atMost(1); // later reads may fill the buffer

    byte[] read = read(disk.path("film.bin"));

    assertRead(film, read, "the file has 1,050,179 bytes");
  }

  @Test
  @Order(6)
  void an_empty_file_gives_no_bytes(Disk disk) throws IOException {
    disk.seed("shelf.txt", "");

    byte[] read;
    try {
      read = read(disk.path("shelf.txt"));
    } catch (IOException refused) {
      throw Diagnosis.observed("The file is empty, but read() threw " + refused)
          .means("An empty file is not an error: the first read reports its end.")
          .nextStep("Return an empty array.")
          .because(refused);
    }

    assertRead("", read, "the file is empty");
  }

  @Test
  @Order(7)
  void each_call_starts_fresh(Disk disk) throws IOException {
    disk.seed("shelf.txt", SHELF);
    disk.seed("other.txt", "cheese");

    read(disk.path("shelf.txt"));
    byte[] second = read(disk.path("other.txt"));

    assertRead("cheese", second, "the same object had read another file before");

    FileTime modified = Files.getLastModifiedTime(disk.path("other.txt"));
    disk.seed("other.txt", "butter"); // as long as the old content
    Files.setLastModifiedTime(disk.path("other.txt"), modified);
    byte[] third = read(disk.path("other.txt"));

    if (Arrays.equals("cheese".getBytes(UTF_8), third)) {
      throw ReadToEndDiagnosis.oldBytes();
    }
    assertRead("butter", third, "the file had changed since an earlier call");

    disk.when(Op.READ).on("shelf.txt").atMost(5);
    disk.when(Op.READ).on("shelf.txt").from(2).times(1).fails("Input/output error");
    FailedCall.of("read", () -> reading.read(disk.path("shelf.txt"))); // another test checks it
    ReadToEndDiagnosis.assertStartedFresh("butter".getBytes(UTF_8), read(disk.path("other.txt")));
  }

  @Test
  @Order(8)
  void a_file_that_grows_while_it_is_read_is_read_to_its_new_end(Disk disk) throws IOException {
    disk.seed("shelf.txt", SHELF);
    String grown = SHELF + ", and a delivery that came later".repeat(1_000);
    disk.when(Op.READ, Op.TRANSFER).times(1).then(() -> disk.seed("shelf.txt", grown));

    byte[] read = read(disk.path("shelf.txt"));

    assertRead(grown, read, "the file grew after it was opened and before the first read");
  }

  @Test
  @Order(9)
  void a_file_that_shrinks_while_it_is_read_is_read_to_its_new_end(Disk disk) throws IOException {
    disk.seed("shelf.txt", SHELF);
    disk.when(Op.READ, Op.TRANSFER).times(1).then(() -> disk.seed("shelf.txt", "butter"));

    byte[] read = read(disk.path("shelf.txt"));

    assertRead("butter", read, "the file shrank after it was opened and before the first read");
  }

  @Test
  @Order(10)
  @EnabledOnOs(value = OS.LINUX, disabledReason = "only Linux has /proc")
  void a_file_that_reports_a_size_of_zero_is_read_to_its_end() throws IOException {
    byte[] read = read(Path.of("/proc/self/status"));

    if (read.length == 0) {
      throw Diagnosis.observed(
              "read() returned no bytes of /proc/self/status, which reports a size of 0.")
          .means(
              "The operating system creates the content of this file during the read, so it cannot"
                  + " report a size in advance.")
          .nextStep(
              "Read until a read returns -1. Do not rely on the size of the file or on"
                  + " available().");
    }
  }

  @Test
  @Order(11)
  void a_failing_read_is_an_error_and_the_file_is_closed(Disk disk) {
    disk.seed("shelf.txt", SHELF);
    disk.when(Op.READ).atMost(5);
    disk.when(Op.READ).from(2).times(1).fails("Input/output error");

    if (FailedCall.of("read", () -> reading.read(disk.path("shelf.txt"))).isPresent()) {
      assertThat(disk).everyHandleIsClosed();
      return;
    }
    throw ReadToEndDiagnosis.swallowed(disk);
  }

  @Test
  @Order(12)
  void a_missing_file_is_an_error(Disk disk) {
    if (FailedCall.of("read", () -> reading.read(disk.path("no-such-shelf.txt"))).isPresent()) {
      return;
    }
    throw Diagnosis.observed("The file does not exist, but read() returned normally.")
        .means("A mistyped name looks like an empty file.")
        .nextStep("Let the IOException leave the method.");
  }

  private byte[] read(Path file) throws IOException {
    return Answer.given("read()", reading.read(file));
  }

  private static void assertRead(String expected, byte[] read, String circumstance) {
    ReadToEndDiagnosis.assertRead(expected.getBytes(UTF_8), read, circumstance);
  }
}
