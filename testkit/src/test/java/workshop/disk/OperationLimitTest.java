package workshop.disk;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.testkit.assertion.DiskAssert;
import workshop.testkit.assertion.EndlessLoopDiagnosis;

/** Each test loops forever unless the limit stops it. */
class OperationLimitTest {

  @TempDir Path directory;
  private Disk disk;

  @BeforeEach
  void watch() {
    disk = Disk.watch(directory);
    disk.seed("a.txt", "six eggs");
  }

  @AfterEach
  void close() {
    disk.close();
  }

  @Test
  void reading_at_the_end_of_the_file_forever() {
    stopped(
        channel -> channel.read(ByteBuffer.allocate(100)),
        "20,000 reads of a.txt at position 8: each returned -1",
        "End the loop when a read returns -1",
        "READ  a.txt  at 8, end of file");
  }

  @Test
  void reading_into_a_full_buffer() {
    ByteBuffer full = ByteBuffer.allocate(0);

    stopped(channel -> channel.read(full), "reads of a.txt at position 0, into a buffer without");
  }

  @Test
  void reading_the_same_bytes_again_and_again() {
    stopped(
        channel -> channel.read(ByteBuffer.allocate(3), 2),
        "20,000 reads of a.txt at position 2: each returned the same 3 bytes");
  }

  @Test
  void writing_nothing() {
    ByteBuffer empty = ByteBuffer.allocate(0);

    stopped(channel -> channel.write(empty), "writes to a.txt at position 0, of a buffer with no");
  }

  @Test
  void writing_the_same_bytes_again_and_again() {
    stopped(
        channel -> channel.write(ByteBuffer.allocate(1), 5),
        "writes to a.txt at position 5: each wrote the same byte");
  }

  @Test
  void writing_on_and_on() {
    stopped(
        channel -> channel.write(ByteBuffer.allocate(2)),
        "400,000 operations on a.txt, which moved 799,998 bytes");
  }

  @Test
  void writing_more_bytes_than_any_test_needs() {
    ByteBuffer large = ByteBuffer.allocate(1 << 20);

    stopped(
        channel -> {
          channel.truncate(0);
          channel.write(large.clear());
        },
        "operations on a.txt, which moved 536,870,912 bytes");
  }

  @Test
  void transferring_from_beyond_the_end() {
    WritableByteChannel away = Channels.newChannel(OutputStream.nullOutputStream());

    stopped(
        channel -> channel.transferTo(8, 9, away),
        "transfers of a.txt at position 8, which moved nothing");
  }

  @Test
  void retrying_what_failed() {
    disk.when(Op.WRITE).fails("No space left on device");

    stopped(
        channel -> {
          try {
            channel.write(ByteBuffer.allocate(1));
          } catch (IOException e) {
            channel.size();
          }
        },
        "times in a row, the last time with",
        "No space left on device");
  }

  @Test
  void polling_for_a_file_that_never_appears() {
    stopped(
        channel -> Files.exists(disk.path("b.txt")), "ATTRIBUTES of b.txt, 20,000 times in a row");
  }

  @Test
  void reading_asynchronously_into_a_full_buffer() throws Exception {
    try (AsynchronousFileChannel channel = AsynchronousFileChannel.open(disk.path("a.txt"))) {
      ByteBuffer full = ByteBuffer.allocate(0);

      stops(() -> channel.read(full, 8).get(), "reads of a.txt at position 8, into a buffer");
    }
  }

  @Test
  void opening_and_closing() {
    stops(
        () -> FileChannel.open(disk.path("a.txt")).close(),
        "100,000 operations on a.txt, which moved 0 bytes",
        "CLOSE");
  }

  @Test
  void after_a_stop_only_closing_works() throws IOException {
    try (FileChannel other = FileChannel.open(disk.path("c.txt"), CREATE, WRITE)) {
      reading_at_the_end_of_the_file_forever();

      assertThat(disk.endlessLoop()).isPresent();
      assertThatExceptionOfType(EndlessLoopError.class)
          .isThrownBy(() -> Files.size(disk.path("a.txt")))
          .extracting(EndlessLoopError::loop)
          .isSameAs(disk.endlessLoop().orElseThrow());
      assertThatExceptionOfType(EndlessLoopError.class)
          .isThrownBy(() -> other.write(ByteBuffer.allocate(1)))
          .withMessageContaining("READ of a.txt");
    }
    DiskAssert.assertThat(disk).everyHandleIsClosed();
  }

  @Test
  void a_loop_that_makes_progress_is_not_stopped_however_small_its_steps() throws IOException {
    disk.seed("large.txt", new byte[80_000]);
    disk.when(Op.READ).atMost(1);
    try (InputStream in = Files.newInputStream(disk.path("large.txt"));
        OutputStream out = Files.newOutputStream(disk.path("copy.txt"))) {
      in.transferTo(out);
    }
    try (FileChannel channel = FileChannel.open(disk.path("large.txt"), READ)) {
      while (channel.read(ByteBuffer.allocate(8192)) != -1) {
        channel.size();
      }
    }

    assertThat(disk.endlessLoop()).isEmpty();
    assertThat(disk.contents("copy.txt")).hasSize(80_000);
  }

  @Test
  void operations_of_the_test_itself_do_not_count() throws IOException {
    disk.when(Op.OPEN)
        .then(() -> {
          for (int i = 0; i < 30_000; i++) {
            Files.exists(disk.path("b.txt"));
          }
        });

    Files.readAllBytes(disk.path("a.txt"));

    assertThat(disk.endlessLoop()).isEmpty();
  }

  private void stopped(Turn turn, String... words) {
    stops(
        () -> {
          try (FileChannel channel = FileChannel.open(disk.path("a.txt"), READ, WRITE)) {
            while (true) {
              turn.of(channel);
            }
          }
        },
        words);
  }

  private static void stops(Loop loop, String... words) {
    assertThatExceptionOfType(EndlessLoopError.class)
        .isThrownBy(() -> {
          while (true) {
            loop.run();
          }
        })
        .satisfies(stopped ->
            assertThat(EndlessLoopDiagnosis.of(stopped.loop())).hasMessageContainingAll(words));
  }

  @FunctionalInterface
  private interface Turn {
    void of(FileChannel channel) throws IOException;
  }

  @FunctionalInterface
  private interface Loop {
    void run() throws Exception;
  }
}
