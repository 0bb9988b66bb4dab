package workshop.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.testkit.assertion.DiskAssert;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Call;

class RuleTest {

  @TempDir Path directory;
  private Disk disk;

  @BeforeEach
  void watch() {
    disk = Disk.watch(directory);
    disk.seed("a.txt", "butter");
    disk.seed("b.txt", "eggs");
  }

  @AfterEach
  void close() {
    disk.close();
  }

  @Test
  void a_fault_names_the_file_where_the_operating_system_would() {
    disk.when(Op.OPEN).on("a.txt").fails("Permission denied");

    assertThatThrownBy(() -> Files.readString(disk.path("a.txt")))
        .isExactlyInstanceOf(FileSystemException.class)
        .hasMessage(disk.path("a.txt") + ": Permission denied");
    assertThat(disk.recording().openHandles()).isEmpty();
  }

  @Test
  void a_fault_on_an_open_file_is_a_bare_error() {
    disk.when(Op.WRITE).fails("No space left on device");

    assertThatThrownBy(() -> Files.writeString(disk.path("a.txt"), "milk"))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("No space left on device");
    assertThat(disk.contents("a.txt")).isEmpty();
    assertThat(disk.recording().toString())
        .contains("at 0, 4 bytes failed: IOException: No space left on device");
  }

  @Test
  void a_fault_can_be_any_error_created_from_the_path() {
    disk.when(Op.DELETE).fails(path -> new AccessDeniedException(path.toString()));

    assertThatThrownBy(() -> Files.delete(disk.path("a.txt")))
        .isInstanceOf(AccessDeniedException.class)
        .hasMessage(disk.path("a.txt").toString());
    assertThat(disk.exists("a.txt")).isTrue();
  }

  @Test
  void a_failed_close_closes_all_the_same() throws IOException {
    disk.when(Op.CLOSE).fails("Input/output error");
    FileChannel channel = FileChannel.open(disk.path("a.txt"));

    assertThatThrownBy(channel::close).hasMessage("Input/output error");

    DiskAssert.assertThat(disk).everyHandleIsClosed();
  }

  @Test
  void a_file_whose_existence_cannot_be_checked_does_not_exist() {
    disk.when(Op.ATTRIBUTES).fails("Input/output error");

    assertThat(Files.exists(disk.path("a.txt"))).isFalse();
    assertThatThrownBy(() -> Files.size(disk.path("a.txt"))).hasMessageContaining("Input/output");
  }

  @Test
  void a_rule_applies_from_the_nth_matching_operation_for_a_number_of_times() throws IOException {
    disk.when(Op.READ).on("a.txt").from(2).times(2).atMost(1);
    Files.readAllBytes(disk.path("b.txt"));

    try (FileChannel channel = FileChannel.open(disk.path("a.txt"))) {
      for (int i = 0; i < 4; i++) {
        channel.read(ByteBuffer.allocate(2), 0);
      }
    }

    assertThat(disk.recording().on(Path.of("a.txt")).only(Op.READ).events())
        .extracting(DiskEvent::transferred)
        .containsExactly(2L, 1L, 1L, 2L);
  }

  @Test
  void a_transfer_is_a_read_of_one_file_and_a_write_to_another() throws IOException {
    disk.when(Op.READ).on("a.txt").atMost(2);
    disk.when(Op.WRITE).on("b.txt").fails("No space left on device");
    disk.when(Op.WRITE).on("a.txt").fails("nobody writes here");

    try (FileChannel from = FileChannel.open(disk.path("a.txt"));
        FileChannel to = FileChannel.open(disk.path("b.txt"), WRITE)) {
      WritableByteChannel away = Channels.newChannel(OutputStream.nullOutputStream());
      assertThat(from.transferTo(0, 6, away)).isEqualTo(2);
      ReadableByteChannel bytes = Channels.newChannel(new ByteArrayInputStream(new byte[9]));
      assertThatThrownBy(() -> to.transferFrom(bytes, 0, 9)).hasMessage("No space left on device");
    }
  }

  @Test
  void a_limited_transfer_loses_what_it_has_taken_out_of_its_source() throws IOException {
    disk.when(Op.WRITE).on("b.txt").times(1).atMost(2);

    try (FileChannel to = FileChannel.open(disk.path("b.txt"), WRITE)) {
      ReadableByteChannel bytes = Channels.newChannel(new ByteArrayInputStream(new byte[9]));
      assertThat(to.transferFrom(bytes, 0, 9)).isEqualTo(2);
      assertThat(to.transferFrom(bytes, 2, 7)).isZero();
    }
  }

  @Test
  void several_rules_apply_together_and_the_smallest_limit_wins() throws IOException {
    disk.when(Op.WRITE).atMost(4);
    disk.when(Op.WRITE).times(1).atMost(3);
    disk.when(Op.WRITE).from(3).fails("No space left on device");

    assertThatThrownBy(() -> Files.writeString(disk.path("a.txt"), "0123456789"))
        .hasMessage("No space left on device");

    assertThat(disk.recording().only(Op.WRITE).events())
        .extracting(DiskEvent::position, DiskEvent::transferred)
        .containsExactly(tuple(0L, 3L), tuple(3L, 4L), tuple(7L, 0L));
    assertThat(disk.contents("a.txt")).isEqualTo("0123456".getBytes(UTF_8));
  }

  @Test
  void an_effect_comes_just_before_the_operation_and_is_not_recorded() throws IOException {
    FileChannel open = FileChannel.open(disk.path("a.txt"), WRITE);
    disk.when(Op.READ)
        .times(1)
        .then(() -> {
          try {
            Files.writeString(disk.path("a.txt"), "butter and milk");
            open.write(ByteBuffer.wrap(new byte[] {'B'}), 0);
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        });

    assertThat(Files.readString(disk.path("a.txt"))).isEqualTo("Butter and milk");

    open.close();
    assertThat(disk.recording().only(Op.WRITE).isEmpty()).isTrue();
    assertThat(disk.recording().only(Op.OPEN).events()).hasSize(2);
  }

  @Test
  void a_rule_can_close_the_channel_during_an_operation() throws IOException {
    disk.when(Op.READ).closesEarly();
    FileChannel channel = FileChannel.open(disk.path("a.txt"));

    assertThatThrownBy(() -> channel.read(ByteBuffer.allocate(1)))
        .isInstanceOf(AsynchronousCloseException.class);

    assertThat(channel.isOpen()).isFalse();
    DiskAssert.assertThat(disk).everyHandleIsClosed();
  }

  @Test
  void latency_passes_before_the_operation_ends() throws IOException {
    Duration latency = Duration.ofMillis(20);
    disk.when(Op.DELETE).takes(latency);

    Files.delete(disk.path("a.txt"));

    DiskEvent delete = disk.recording().events().getFirst();
    assertThat(delete.endNanos() - delete.startNanos()).isGreaterThanOrEqualTo(latency.toNanos());
  }

  @Test
  void closing_the_disk_ends_a_long_latency() throws IOException {
    disk.when(Op.READ, Op.DELETE).takes(Duration.ofDays(1));
    try (AsynchronousFileChannel channel = AsynchronousFileChannel.open(disk.path("a.txt"))) {
      Future<Integer> asynchronous = channel.read(ByteBuffer.allocate(6), 0);
      Call<String> reading = Call.start("read", () -> Files.readString(disk.path("a.txt")));
      Call<?> deleting = Call.start("delete", () -> Files.delete(disk.path("b.txt")));
      Await.until("all to be on their way", () -> disk.recording().maxInFlight() == 3);

      disk.close();

      assertThat(Await.result("the asynchronous read", asynchronous)).isEqualTo(6);
      Await.until("the read to come back", reading::hasEnded);
      deleting.returns();
    }
    assertThat(disk.exists("b.txt")).isFalse();
  }

  @Test
  void a_rule_for_a_move_looks_at_both_names() {
    disk.when(Op.MOVE).on("c.txt").fails("Read-only file system");

    assertThatThrownBy(() -> Files.move(disk.path("a.txt"), disk.path("c.txt")))
        .hasMessageContaining("Read-only file system");
  }

  @Test
  void a_fault_is_not_thrown_while_a_gate_holds_the_operation() {
    disk.when(Op.DELETE).fails("Input/output error");
    Gate gate = disk.hold(Op.DELETE);
    Call<?> deleting = Call.start("delete", () -> Files.delete(disk.path("a.txt")));

    deleting.waitsInside(gate);
    gate.open();

    deleting.fails(FileSystemException.class);
  }

  @Test
  void invalid_numbers_and_operations_are_rejected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> disk.when(Op.READ).atMost(0))
        .withMessage("bytes must be at least 1: 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> disk.when(Op.READ).from(0))
        .withMessage("nth must be at least 1: 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> disk.when(Op.READ).times(0))
        .withMessage("n must be at least 1: 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> disk.when(Op.MOVE).closesEarly())
        .withMessage("MOVE uses no channel, so it cannot lose one");
  }

  @Test
  void a_rule_that_was_not_completed_does_nothing() throws IOException {
    disk.when(Op.READ).on("a.txt").from(1);

    try (FileChannel channel = FileChannel.open(disk.path("a.txt"), READ, WRITE)) {
      assertThat(channel.read(ByteBuffer.allocate(9))).isEqualTo(6);
    }
  }
}
