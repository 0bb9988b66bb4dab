package workshop.testkit.assertion;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.DSYNC;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.SYNC;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static workshop.testkit.assertion.DiskAssert.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.disk.Disk;
import workshop.disk.Op;
import workshop.testkit.diagnosis.Diagnosis;

class FileAssertTest {

  private static final byte[] EGGS = "six eggs".getBytes(UTF_8);

  @TempDir Path directory;
  private Disk disk;

  @BeforeEach
  void watch() {
    disk = Disk.watch(directory);
  }

  @AfterEach
  void close() {
    disk.close();
  }

  @Test
  void a_new_or_truncated_file_starts_empty() throws IOException {
    Files.write(disk.path("new.txt"), EGGS, CREATE);
    disk.seed("old.txt", "an older text");
    Files.write(disk.path("old.txt"), EGGS);
    disk.seed("cut.txt", "an older text");
    writing(
        "cut.txt",
        channel -> {
          channel.truncate(0);
          channel.write(ByteBuffer.wrap(EGGS));
        });

    assertThat(disk).file("new.txt").startsEmpty().file("old.txt").startsEmpty();
    assertThat(disk).file("cut.txt").startsEmpty();
  }

  @Test
  void an_old_tail_is_detected_when_the_file_is_opened_and_in_its_content() throws IOException {
    disk.seed("a.txt", "an older text");
    Files.write(disk.path("a.txt"), EGGS, CREATE, WRITE);

    says(
        () -> file().startsEmpty(),
        "The file a.txt still had 13 bytes after it was opened for writing with [CREATE, WRITE].",
        "the old tail is still in the file",
        "an option that truncates");
    says(
        () -> file().holds(EGGS),
        "The file a.txt holds 13 bytes, but 8 were expected. The first 8 are right.",
        "Expected \"six eggs\"",
        "Found    \"six eggs text\"",
        "the old tail is still in the file");
  }

  @Test
  void other_content_is_shown() throws IOException {
    Files.write(disk.path("a.txt"), new byte[] {'s', 'i', (byte) 0xFF});

    says(() -> file().holds(EGGS), "Found    73 69 FF", "Some bytes went to the wrong position");
    says(
        () -> file().holds(new byte[] {'s', 'i', (byte) 0xFF, 'x'}),
        "The remaining bytes are missing");
    says(() -> assertThat(disk).file("b.txt").holds(EGGS), "There is no file b.txt", "[a.txt]");
  }

  @Test
  void content_with_a_well_known_kind_of_damage_is_explained() throws IOException {
    Files.writeString(disk.path("a.txt"), "crème", ISO_8859_1);
    says(() -> file().holds("crème".getBytes(UTF_8)), "in a different charset", "Pass UTF_8");

    Files.writeString(disk.path("a.txt"), "s\uFFFDx");
    says(() -> file().holds(new byte[] {'s', (byte) 0xFF, 'x'}), "The bytes went through a String");

    Files.write(disk.path("a.txt"), Arrays.copyOf(EGGS, 99));
    says(() -> file().holds(EGGS), "Your code wrote more than the content");
  }

  @Test
  void a_partial_write_that_is_resumed_is_written_once() throws IOException {
    disk.when(Op.WRITE).atMost(3);
    writing(
        "a.txt",
        channel -> {
          ByteBuffer rest = ByteBuffer.wrap(EGGS);
          while (rest.hasRemaining()) {
            channel.write(rest);
          }
        });

    file().wasWrittenOnce(EGGS);
  }

  @Test
  void pieces_may_come_in_any_order_and_again_after_a_failure() throws IOException {
    disk.when(Op.WRITE).times(1).fails("Input/output error");
    writing(
        "a.txt",
        channel -> {
          try {
            channel.write(piece(0, 8), 0);
          } catch (IOException once) {
            channel.write(piece(4, 8), 4);
            channel.write(piece(0, 4), 0);
          }
        });

    file().wasWrittenOnce(EGGS);
  }

  @Test
  void a_partial_write_that_starts_over_is_reported_with_its_position() throws IOException {
    disk.when(Op.WRITE).times(1).atMost(3);
    writing(
        "a.txt",
        channel -> {
          channel.write(ByteBuffer.wrap(EGGS), 0);
          channel.write(ByteBuffer.wrap(EGGS), 0);
        });

    says(
        () -> file().wasWrittenOnce(EGGS),
        "The second write started at position 0 again (8 bytes, thread \"",
        "Some of the bytes 0 to 2 of a.txt were written twice.",
        "the old position plus the number of bytes that the last write moved",
        "2  WRITE  a.txt  at 0, 3 of 8 bytes");
  }

  @Test
  void a_partial_write_that_is_not_resumed_is_reported_with_its_length() throws IOException {
    disk.when(Op.WRITE).atMost(3);
    writing("a.txt", channel -> channel.write(ByteBuffer.wrap(EGGS)));

    says(
        () -> file().wasWrittenOnce(EGGS),
        "The file a.txt was written only up to byte 3 of 8.",
        "A write may take fewer bytes than it was given");
  }

  @Test
  void bytes_that_were_never_passed_to_a_write_are_not_blamed_on_a_write() throws IOException {
    writing("a.txt", channel -> channel.write(piece(0, 3)));

    says(
        () -> file().wasWrittenOnce(EGGS),
        "The file a.txt was written only up to byte 3 of 8.",
        "Your code never passed the remaining bytes to a write");
  }

  @Test
  void a_gap_and_a_surplus_are_reported() throws IOException {
    writing(
        "a.txt",
        channel -> {
          channel.write(piece(0, 3), 0);
          channel.write(piece(5, 8), 5);
        });
    Files.writeString(disk.path("b.txt"), "six eggs and more");

    says(() -> file().wasWrittenOnce(EGGS), "The bytes 3 to 4 of a.txt were not written.");
    says(
        () -> assertThat(disk).file("b.txt").wasWrittenOnce(EGGS),
        "The file b.txt was written up to byte 17, but the content has only 8 bytes.");
  }

  @Test
  void bytes_written_before_a_rename_count() throws IOException {
    disk.seed("a.txt", "an older text");
    Files.readAllBytes(disk.path("a.txt"));
    writing(
        "a.part",
        channel -> {
          channel.write(ByteBuffer.wrap(EGGS));
          channel.force(true);
        });
    Files.move(
        disk.path("a.part"),
        disk.path("a.txt"),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);

    file().startsEmpty().wasWrittenOnce(EGGS).isDurable().isClosed();
  }

  @Test
  void a_file_is_read_to_its_end_when_a_read_meets_it_or_all_bytes_are_read() throws IOException {
    disk.seed("a.txt", EGGS);
    disk.seed("b.txt", EGGS);
    disk.when(Op.READ).on("a.txt").atMost(5);
    Files.readAllBytes(disk.path("a.txt"));
    reading("b.txt", channel -> channel.read(ByteBuffer.allocate(8)));

    file().wasReadToEnd().wasReadOnce();
    assertThat(disk).file("b.txt").wasReadToEnd().wasReadOnce();
  }

  @Test
  void a_short_read_taken_for_the_end_is_reported() throws IOException {
    disk.seed("a.txt", EGGS);
    disk.when(Op.READ).atMost(5);
    reading("a.txt", channel -> channel.read(ByteBuffer.allocate(8)));

    says(
        () -> file().wasReadToEnd(),
        "The file a.txt was read only up to byte 5.",
        "That is not the end of the file",
        "until a read returns -1");
  }

  @Test
  void bytes_that_were_skipped_or_read_twice_are_reported() throws IOException {
    disk.seed("a.txt", EGGS);
    disk.seed("b.txt", EGGS);
    reading(
        "a.txt",
        channel -> {
          channel.read(ByteBuffer.allocate(3), 0);
          channel.read(ByteBuffer.allocate(8), 5);
        });
    reading(
        "b.txt",
        channel -> {
          channel.read(ByteBuffer.allocate(5), 0);
          channel.read(ByteBuffer.allocate(8), 0);
        });

    says(() -> file().wasReadToEnd(), "The bytes 3 to 4 of a.txt were not read.");
    says(
        () -> assertThat(disk).file("b.txt").wasReadOnce(),
        "The second read started at position 0 again (8 bytes, thread \"",
        "were read twice");
  }

  @Test
  void force_with_metadata_after_the_last_write_is_durable() throws IOException {
    writing(
        "a.txt",
        channel -> {
          channel.write(ByteBuffer.wrap(EGGS));
          channel.force(true);
        });
    try (FileChannel channel = FileChannel.open(disk.path("b.txt"), CREATE, WRITE, SYNC)) {
      channel.write(ByteBuffer.wrap(EGGS));
    }

    file().isDurable();
    assertThat(disk).file("b.txt").isDurable();
  }

  @Test
  void there_are_three_reasons_for_not_being_durable() throws IOException {
    Files.write(disk.path("never.txt"), EGGS);
    writing(
        "data.txt",
        channel -> {
          channel.write(ByteBuffer.wrap(EGGS));
          channel.force(false);
        });
    writing(
        "early.txt",
        channel -> {
          channel.write(piece(0, 3));
          channel.force(true);
          channel.write(piece(3, 8));
        });
    Files.write(disk.path("late.txt"), EGGS);
    writing("late.txt", channel -> channel.force(true));

    says(
        () -> assertThat(disk).file("never.txt").isDurable(),
        "never.txt was written but never forced.");
    says(() -> assertThat(disk).file("data.txt").isDurable(), "force(false)", "force(true)");
    says(() -> assertThat(disk).file("early.txt").isDurable(), "force came before the last write");
    assertThat(disk).file("late.txt").isDurable();
  }

  @Test
  void an_empty_transfer_counts_as_meeting_the_end() throws IOException {
    disk.seed("a.txt", "butter");
    reading(
        "a.txt",
        channel -> {
          WritableByteChannel away = Channels.newChannel(OutputStream.nullOutputStream());
          channel.transferTo(0, 6, away);
          channel.transferTo(6, 6, away);
        });

    assertThat(disk.recording()).file("a.txt").wasReadToEnd();
  }

  @Test
  void opening_with_dsync_does_not_make_the_metadata_durable() throws IOException {
    use("a.txt", channel -> channel.write(piece(0, 8)), CREATE, WRITE, DSYNC);

    says(() -> assertThat(disk).file("a.txt").isDurable(), "opened with DSYNC", "force(true)");
    use("a.txt", channel -> channel.write(piece(0, 8)), CREATE, WRITE, SYNC);
    assertThat(disk).file("a.txt").isDurable();
  }

  @Test
  void a_file_that_was_neither_written_nor_read_is_reported() throws IOException {
    disk.seed("a.txt", EGGS);
    Files.size(disk.path("a.txt"));

    says(() -> file().startsEmpty(), "No operation opened a.txt.");
    says(() -> file().wasWrittenOnce(EGGS), "No operation wrote to a.txt.");
    says(() -> file().wasReadToEnd(), "No operation read a.txt.");
    says(() -> file().isDurable(), "No operation wrote to a.txt.");
  }

  @Test
  void mapped_memory_cannot_be_judged() throws IOException {
    disk.seed("a.txt", EGGS);
    reading("a.txt", channel -> channel.map(MapMode.READ_ONLY, 0, 8));

    says(
        () -> file().wasReadToEnd(),
        "The file a.txt was mapped into memory.",
        "use read and write");
  }

  @Test
  void a_file_assertion_leads_back_to_the_disk() throws IOException {
    Files.write(disk.path("a.txt"), EGGS);

    file().holds(EGGS).isClosed();
  }

  private FileAssert file() {
    return assertThat(disk).file("a.txt");
  }

  private static ByteBuffer piece(int from, int to) {
    return ByteBuffer.wrap(EGGS, from, to - from);
  }

  private void writing(String name, Use use) throws IOException {
    use(name, use, CREATE, WRITE);
  }

  private void reading(String name, Use use) throws IOException {
    use(name, use, READ);
  }

  private void use(String name, Use use, OpenOption... options) throws IOException {
    try (FileChannel channel = FileChannel.open(disk.path(name), options)) {
      use.of(channel);
    }
  }

  private static void says(ThrowingCallable expectation, String... parts) {
    assertThatThrownBy(expectation).isInstanceOf(Diagnosis.class).hasMessageContainingAll(parts);
  }

  @FunctionalInterface
  private interface Use {
    void of(FileChannel channel) throws IOException;
  }
}
