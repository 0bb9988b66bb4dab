package workshop.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.channels.FileLock;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How a file channel, and the streams and methods based on one, behave on this platform. The
 * platform's own channel passes these tests, so a learner's code cannot distinguish a watched
 * channel that passes them from it.
 */
abstract class FileChannelContract {

  @TempDir Path directory;

  @BeforeEach
  void make_a_file() throws IOException {
    Files.writeString(directory.resolve("shelf.txt"), "butter, eggs");
  }

  @AfterEach
  void clear_the_interrupt_flag() {
    Thread.interrupted();
  }

  @Test
  void only_relative_reads_and_writes_move_the_position() throws IOException {
    try (FileChannel channel = FileChannel.open(file(), READ, WRITE)) {
      ByteBuffer buffer = ByteBuffer.allocate(6);
      assertThat(channel.read(buffer)).isEqualTo(6);
      assertThat(channel.position()).isEqualTo(6);
      assertThat(channel.read(ByteBuffer.allocate(99), 8)).isEqualTo(4);
      assertThat(channel.write(utf8("!"), 0)).isEqualTo(1);
      assertThat(channel.position()).isEqualTo(6);
      assertThat(channel.write(utf8(";"))).isEqualTo(1);
      assertThat(channel.position(0)).isSameAs(channel);
      assertThat(channel.position()).isEqualTo(0);
      assertThat(channel.size()).isEqualTo(12);
      assertThat(channel.truncate(7)).isSameAs(channel);
      channel.force(false);
    }
    assertThat(Files.readString(file())).isEqualTo("!utter;");
  }

  @Test
  void appending_goes_to_the_end() throws IOException {
    try (FileChannel channel = FileChannel.open(file(), APPEND)) {
      assertThat(channel.position()).isEqualTo(12);
      channel.write(utf8(", milk"));
      assertThat(channel.position()).isEqualTo(18);
    }
    try (OutputStream stream = Files.newOutputStream(file(), APPEND)) {
      stream.write(utf8("!").array());
    }
    assertThat(Files.readString(file())).isEqualTo("butter, eggs, milk!");
  }

  @Test
  void a_closed_channel_rejects_every_operation() throws IOException {
    FileChannel channel = FileChannel.open(file(), READ, WRITE);
    channel.close();
    channel.close();

    ByteBuffer buffer = ByteBuffer.allocate(1);
    assertThat(channel.isOpen()).isFalse();
    assertThatThrownBy(() -> channel.read(buffer)).isInstanceOf(ClosedChannelException.class);
    assertThatThrownBy(() -> channel.write(buffer, 0)).isInstanceOf(ClosedChannelException.class);
    assertThatThrownBy(channel::position).isInstanceOf(ClosedChannelException.class);
    assertThatThrownBy(channel::size).isInstanceOf(ClosedChannelException.class);
    assertThatThrownBy(() -> channel.force(true)).isInstanceOf(ClosedChannelException.class);
  }

  @Test
  void misuse_is_rejected() throws IOException {
    try (FileChannel reading = FileChannel.open(file(), READ);
        FileChannel writing = FileChannel.open(file(), WRITE)) {
      ByteBuffer buffer = ByteBuffer.allocate(1);
      assertThatThrownBy(() -> writing.read(buffer))
          .isInstanceOf(NonReadableChannelException.class);
      assertThatThrownBy(() -> reading.write(buffer))
          .isInstanceOf(NonWritableChannelException.class);
      assertThatThrownBy(() -> reading.read(buffer, -1))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> reading.transferTo(-1, 1, writing))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> reading.read(new ByteBuffer[1], 0, 2))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void a_pending_interrupt_closes_the_channel_and_stays_set() throws IOException {
    try (FileChannel channel = FileChannel.open(file(), READ)) {
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> channel.read(ByteBuffer.allocate(1)))
          .isInstanceOf(ClosedByInterruptException.class);

      assertThat(channel.isOpen()).isFalse();
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }
  }

  @Test
  void whole_file_methods_and_streams_ignore_interrupts_and_keep_the_flag() throws IOException {
    Thread.currentThread().interrupt();

    assertThat(Files.readString(file())).isEqualTo("butter, eggs");
    Files.writeString(file(), "milk");
    try (InputStream stream = Files.newInputStream(file())) {
      assertThat(stream.readAllBytes()).hasSize(4);
    }

    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }

  @Test
  void a_byte_channel_is_a_file_channel() throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file())) {
      assertThat(channel).isInstanceOf(FileChannel.class);
      assertThat(channel.size()).isEqualTo(12);
      assertThat(channel.position(8).read(ByteBuffer.allocate(99))).isEqualTo(4);
    }
  }

  @Test
  void options_may_be_named_twice() throws IOException {
    Files.newInputStream(file(), READ, READ).close();
    Files.newOutputStream(file(), WRITE, WRITE).close();
    FileChannel.open(file(), READ, READ).close();
  }

  @Test
  void contradictory_options_are_rejected() {
    assertThatThrownBy(() -> Files.newInputStream(file(), WRITE))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> Files.newOutputStream(file(), READ))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> FileChannel.open(file(), READ, APPEND))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void streams_can_skip_and_report_the_available_bytes() throws IOException {
    try (InputStream stream = Files.newInputStream(file())) {
      assertThat(stream.read()).isEqualTo('b');
      assertThat(stream.skip(7)).isEqualTo(7);
      assertThat(stream.available()).isEqualTo(4);
      assertThat(new String(stream.readAllBytes(), UTF_8)).isEqualTo("eggs");
      assertThat(stream.read()).isEqualTo(-1);
    }
  }

  @Test
  void transfers_work_in_both_directions() throws IOException {
    Path copy = directory().resolve("copy.txt");
    try (FileChannel from = FileChannel.open(file(), READ);
        FileChannel to = FileChannel.open(copy, CREATE, WRITE)) {
      assertThat(from.transferTo(0, 6, to)).isEqualTo(6);
      assertThat(to.transferFrom(from.position(6), 6, 99)).isEqualTo(6);
    }
    assertThat(Files.readString(copy)).isEqualTo("butter, eggs");
  }

  @Test
  void a_change_to_mapped_memory_changes_the_file() throws IOException {
    try (FileChannel channel = FileChannel.open(file(), READ, WRITE)) {
      MappedByteBuffer mapped = channel.map(MapMode.READ_WRITE, 0, channel.size());
      mapped.put(0, (byte) 'B');
      mapped.force();
    }
    assertThat(Files.readString(file())).isEqualTo("Butter, eggs");
  }

  @Test
  void a_lock_knows_its_channel_and_excludes_other_locks() throws IOException {
    try (FileChannel channel = FileChannel.open(file(), WRITE)) {
      FileLock lock = channel.lock(0, 5, false);
      assertThat(lock.acquiredBy()).isSameAs(channel);
      assertThat(lock.isValid()).isTrue();
      assertThatThrownBy(channel::tryLock).isInstanceOf(OverlappingFileLockException.class);
      lock.release();
      assertThat(lock.isValid()).isFalse();
      assertThat(channel.tryLock()).isNotNull();
    }
  }

  /** Returns the directory of the files, which is watched or not. */
  Path directory() {
    return directory;
  }

  Path file() {
    return directory().resolve("shelf.txt");
  }

  static ByteBuffer utf8(String text) {
    return ByteBuffer.wrap(text.getBytes(UTF_8));
  }
}
