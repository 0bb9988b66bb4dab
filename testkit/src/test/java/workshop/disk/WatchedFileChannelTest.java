package workshop.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import workshop.testkit.assertion.DiskAssert;
import workshop.testkit.thread.Call;

/** In addition to the contract: what happens to a thread that waits at a gate. */
class WatchedFileChannelTest extends FileChannelContract {

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
  void an_interrupt_closes_the_channel_of_a_held_read_and_stays_set() throws IOException {
    Gate gate = disk.hold(Op.READ);
    FileChannel channel = FileChannel.open(file(), READ);
    Call<Integer> reading = Call.start("read", () -> channel.read(ByteBuffer.allocate(1)));
    reading.waitsInside(gate);

    reading.interrupt();

    reading.fails(ClosedByInterruptException.class);
    reading.interruptFlagIsKept();
    assertThat(channel.isOpen()).isFalse();
    assertThat(gate.waiting()).isEqualTo(0);
    DiskAssert.assertThat(disk).everyHandleIsClosed();
  }

  @Test
  void a_thread_that_interrupts_a_held_read_is_not_held_itself() throws IOException {
    Gate gate = disk.hold();
    gate.let(1);
    FileChannel channel = FileChannel.open(file(), READ);
    Call<Integer> reading = Call.start("read", () -> channel.read(ByteBuffer.allocate(1)));
    reading.waitsInside(gate);

    reading.interrupt().fails(ClosedByInterruptException.class);

    assertThat(disk.recording().events().getLast())
        .extracting(DiskEvent::op, DiskEvent::isDone)
        .containsExactly(Op.CLOSE, true);
  }

  @Test
  void only_an_array_that_two_reads_fill_at_once_is_reported() throws IOException {
    byte[] array = new byte[6];
    Gate gate = disk.hold(Op.READ);
    try (FileChannel channel = FileChannel.open(file(), READ);
        InputStream in = Files.newInputStream(file())) {
      Call<Integer> first = Call.start("read", () -> channel.read(ByteBuffer.wrap(array)));
      first.waitsInside(gate);
      Call<Integer> other = Call.start("read", () -> in.read(new byte[6]));
      other.waitsInside(gate);
      assertThat(disk.wasABufferShared()).isFalse();
      Call<Integer> second = Call.start("read", () -> channel.read(ByteBuffer.wrap(array), 0));
      second.waitsInside(gate);

      assertThat(disk.wasABufferShared()).isTrue();

      gate.open();
      first.returns();
      other.returns();
      second.returns();
    }
  }

  @Test
  void closing_the_channel_ends_a_held_read_of_another_thread() throws IOException {
    Gate gate = disk.hold(Op.READ);
    FileChannel channel = FileChannel.open(file(), READ);
    Call<Integer> reading = Call.start("read", () -> channel.read(ByteBuffer.allocate(1)));
    reading.waitsInside(gate);

    channel.close();

    reading.fails(AsynchronousCloseException.class);
  }

  @Test
  void a_held_read_of_a_whole_file_ignores_an_interrupt_and_keeps_the_flag() {
    Gate gate = disk.hold(Op.READ);
    Call<String> reading = Call.start("readString", () -> Files.readString(file()));
    reading.waitsInside(gate);

    reading.interrupt();
    gate.open();

    assertThat(reading.returns()).isEqualTo("butter, eggs");
    reading.interruptFlagIsKept();
  }

  @Test
  void a_held_operation_on_a_path_ignores_an_interrupt_and_keeps_the_flag() {
    Gate gate = disk.hold(Op.DELETE);
    Call<?> deleting = Call.start("delete", () -> Files.delete(file()));
    deleting.waitsInside(gate);

    deleting.interrupt();
    assertThat(gate.waiting()).isEqualTo(1);
    gate.open();

    deleting.returns();
    deleting.interruptFlagIsKept();
    assertThat(disk.exists("shelf.txt")).isFalse();
  }

  @Test
  void closing_a_stream_ends_a_held_read_of_another_thread() throws IOException {
    Gate gate = disk.hold(Op.READ);
    InputStream stream = Files.newInputStream(file());
    Call<Integer> reading = Call.start("read", () -> stream.read(new byte[9]));
    reading.waitsInside(gate);

    stream.close();

    reading.fails(AsynchronousCloseException.class);
  }

  @Test
  void a_close_can_be_held() throws IOException {
    Gate gate = disk.hold(Op.CLOSE);
    FileChannel channel = FileChannel.open(file(), READ);

    Call<?> closing = Call.start("close", channel::close);

    closing.waitsInside(gate);
    assertThat(disk.recording().openHandles()).hasSize(1);
    gate.open();
    closing.returns();
    assertThat(disk.recording().openHandles()).isEmpty();
  }

  @Test
  void a_second_relative_read_waits_for_the_first_before_it_reaches_the_disk() throws IOException {
    Gate gate = disk.hold(Op.READ);
    try (FileChannel channel = FileChannel.open(file(), READ)) {
      Call<Integer> first = Call.start("first", () -> channel.read(ByteBuffer.allocate(6)));
      first.waitsInside(gate);
      Call<Integer> second = Call.start("second", () -> channel.read(ByteBuffer.allocate(6)));
      gate.open();
      first.returns();
      second.returns();
    }

    assertThat(disk.recording().only(Op.READ).events())
        .extracting(DiskEvent::position)
        .containsExactly(0L, 6L);
    assertThat(disk.recording().maxInFlight(Op.READ)).isEqualTo(1);
  }

  @Test
  void a_transfer_is_recorded_for_both_files() throws IOException {
    try (FileChannel from = FileChannel.open(file(), READ);
        FileChannel to = FileChannel.open(disk.path("copy.txt"), CREATE, WRITE)) {
      from.transferTo(0, 6, to);
      to.transferFrom(from.position(6), 6, 6);
    }

    assertThat(disk.recording().only(Op.READ, Op.WRITE, Op.TRANSFER).events())
        .extracting(e -> e.file().getFileName().toString(), DiskEvent::op, DiskEvent::options)
        .contains(
            tuple("shelf.txt", Op.TRANSFER, Set.of(READ)),
            tuple("copy.txt", Op.WRITE, Set.of()),
            tuple("copy.txt", Op.TRANSFER, Set.of(WRITE)),
            tuple("shelf.txt", Op.READ, Set.of()));
    DiskAssert.assertThat(disk).file("copy.txt").wasWrittenOnce(disk.contents("shelf.txt"));
    DiskAssert.assertThat(disk).file("shelf.txt").wasReadOnce();
  }

  @Test
  void a_rule_shortens_every_kind_of_transfer() throws IOException {
    disk.when(Op.READ, Op.WRITE, Op.TRANSFER).atMost(5);
    try (FileChannel channel = FileChannel.open(file(), READ, WRITE);
        FileChannel copy = FileChannel.open(disk.path("copy.txt"), CREATE, WRITE)) {
      ByteBuffer first = ByteBuffer.allocate(3);
      ByteBuffer second = ByteBuffer.allocate(9);
      assertThat(channel.read(new ByteBuffer[] {first, second})).isEqualTo(5);
      assertThat(second.position()).isEqualTo(2);
      assertThat(channel.read(ByteBuffer.allocate(9), 0)).isEqualTo(5);
      ByteBuffer source = utf8("BUTTER");
      assertThat(channel.write(source, 0)).isEqualTo(5);
      assertThat(source.remaining()).isEqualTo(1);
      assertThat(channel.transferTo(0, 12, copy)).isEqualTo(5);
    }
    Files.write(disk.path("stream.txt"), "0123456789ab".getBytes(UTF_8));
    assertThat(disk.recording().on(Path.of("stream.txt")).only(Op.WRITE).events())
        .extracting(DiskEvent::transferred)
        .containsExactly(5L, 5L, 2L);
  }

  @Override
  Path directory() {
    return disk.directory();
  }
}
