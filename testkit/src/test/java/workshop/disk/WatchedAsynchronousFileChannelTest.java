package workshop.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import workshop.testkit.assertion.DiskAssert;
import workshop.testkit.assertion.RecordingHandler;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Call;

/**
 * In addition to the contract: what happens while the disk holds, delays, shortens or fails
 * operations.
 */
class WatchedAsynchronousFileChannelTest extends AsynchronousFileChannelContract {

  private Disk disk;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(Thread.ofPlatform().name("io-", 1).factory());

  @BeforeEach
  void watch() {
    disk = Disk.watch(directory);
    disk.seed("shelf.txt", "butter, eggs");
  }

  @AfterEach
  void close() {
    disk.close();
    threads.close();
  }

  @Test
  void a_read_returns_at_once_while_its_pool_thread_is_held() throws IOException {
    Gate gate = disk.hold(Op.READ);
    try (AsynchronousFileChannel channel = open(READ)) {
      RecordingHandler<Integer> handler = new RecordingHandler<>();

      channel.read(ByteBuffer.allocate(6), 0, null, handler);
      gate.awaitArrivals(1);

      assertThat(gate.waiting()).isEqualTo(1);
      assertThat(gate.isHeldBy(Thread.currentThread())).isFalse();
      assertThat(handler.isCalled()).isFalse();
      gate.open();
      assertThat(handler.result()).isEqualTo(6);
      DiskEvent read = disk.recording().only(Op.READ).events().getFirst();
      assertThat(read.thread().is(handler.thread())).isTrue();
      assertThat(read.thread().name()).startsWith("io-");
      assertThat(read.transferred()).isEqualTo(6);
    }
  }

  @Test
  void opening_blocks_the_caller_as_it_does_in_the_jdk() throws IOException {
    Gate gate = disk.hold(Op.OPEN);

    Call<AsynchronousFileChannel> opening = Call.start("open", () -> open(READ));

    opening.waitsInside(gate);
    gate.open();
    opening.returns().close();
  }

  @Test
  void as_many_reads_are_in_flight_as_the_pool_has_threads() throws IOException {
    Gate gate = disk.hold(Op.READ);
    try (ExecutorService one = Executors.newSingleThreadExecutor();
        AsynchronousFileChannel wide = open(READ);
        AsynchronousFileChannel narrow =
            AsynchronousFileChannel.open(disk.path("shelf.txt"), Set.of(READ), one)) {
      for (int i = 0; i < 3; i++) {
        wide.read(ByteBuffer.allocate(1), i);
      }
      gate.awaitArrivals(3);
      assertThat(gate.waiting()).isEqualTo(3);

      Future<Integer> first = narrow.read(ByteBuffer.allocate(1), 0);
      Future<Integer> second = narrow.read(ByteBuffer.allocate(1), 1);
      gate.awaitArrivals(4);
      assertThat(gate.waiting()).isEqualTo(4);
      gate.open();
      Await.result("first", first);
      Await.result("second", second);
    }
    assertThat(disk.recording().only(Op.READ).events()).hasSize(5);
    assertThat(disk.recording().maxInFlight(Op.READ)).isEqualTo(4);
  }

  @Test
  void only_a_buffer_in_two_operations_at_once_is_reported() throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(6);
    try (AsynchronousFileChannel channel = open(READ)) {
      Await.result("first", channel.read(buffer, 0));
      Await.result("second", channel.read(buffer.clear(), 0));
      assertThat(disk.wasABufferShared()).isFalse();

      try (Gate gate = disk.hold(Op.READ)) {
        Future<Integer> held = channel.read(buffer.clear(), 0);
        gate.awaitArrivals(1);
        Future<Integer> other = channel.read(buffer, 0);
        assertThat(disk.wasABufferShared()).isTrue();
        gate.open();
        Await.result("third", held);
        Await.result("fourth", other);
      }
    }
  }

  @Test
  void closing_waits_for_the_held_read_and_the_read_succeeds() throws IOException {
    Gate gate = disk.hold(Op.READ);
    AsynchronousFileChannel channel = open(READ);
    Future<Integer> read = channel.read(ByteBuffer.allocate(6), 0);
    gate.awaitArrivals(1);

    Call<?> closing = Call.start("close", channel::close);
    Await.until("the channel to be marked as closed", () -> !channel.isOpen());
    Await.until("the closer to wait", () -> isWaiting(closing.thread()));

    assertThat(closing.hasEnded()).isFalse();
    gate.open();
    closing.returns();
    assertThat(Await.result("read", read)).isEqualTo(6);
    assertThat(disk.recording().events().getLast().op()).isEqualTo(Op.CLOSE);
  }

  @Test
  void canceling_without_interrupt_does_not_stop_the_held_read() throws IOException {
    Gate gate = disk.hold(Op.READ);
    try (AsynchronousFileChannel channel = open(READ)) {
      ByteBuffer buffer = ByteBuffer.allocate(6);
      Future<Integer> read = channel.read(buffer, 0);
      gate.awaitArrivals(1);

      assertThat(read.cancel(false)).isTrue();

      assertThat(gate.waiting()).isEqualTo(1);
      assertThat(buffer.position()).isEqualTo(0);
      gate.open();
      Await.until("the buffer to be filled", () -> buffer.position() == 6);
      assertThat(channel.isOpen()).isTrue();
    }
  }

  @Test
  void canceling_with_interrupt_closes_the_channel_and_waits_for_the_held_read()
      throws IOException {
    Gate gate = disk.hold(Op.READ);
    AsynchronousFileChannel channel = open(READ);
    Future<Integer> read = channel.read(ByteBuffer.allocate(6), 0);
    gate.awaitArrivals(1);

    Call<Boolean> cancelling = Call.start("cancel(true)", () -> read.cancel(true));
    Await.until("the channel to be marked as closed", () -> !channel.isOpen());
    Await.until("the canceller to wait", () -> isWaiting(cancelling.thread()));

    assertThat(cancelling.hasEnded()).isFalse();
    gate.open();
    assertThat(cancelling.returns()).isTrue();
  }

  @Test
  void short_reads_and_partial_writes_advance_the_buffer_by_the_bytes_moved() throws IOException {
    disk.when(Op.READ).atMost(4);
    disk.when(Op.WRITE).atMost(3);
    try (AsynchronousFileChannel channel = open(READ, WRITE)) {
      ByteBuffer into = ByteBuffer.allocate(6);
      assertThat(Await.result("read", channel.read(into, 0))).isEqualTo(4);
      assertThat(into.position()).isEqualTo(4);
      assertThat(Await.result("read", channel.read(into, 4))).isEqualTo(2);
      assertThat(new String(into.array(), UTF_8)).isEqualTo("butter");

      ByteBuffer from = ByteBuffer.wrap("BUTTER".getBytes(UTF_8));
      assertThat(Await.result("write", channel.write(from, 0))).isEqualTo(3);
      assertThat(from.remaining()).isEqualTo(3);
    }
    assertThat(disk.contents("shelf.txt")).isEqualTo("BUTter, eggs".getBytes(UTF_8));
  }

  @Test
  void a_fault_fails_the_handler_on_the_pool_thread_and_the_future() throws IOException {
    disk.when(Op.READ).fails("Input/output error");
    try (AsynchronousFileChannel channel = open(READ)) {
      RecordingHandler<Integer> handler = new RecordingHandler<>();

      channel.read(ByteBuffer.allocate(6), 0, null, handler);

      assertThat(handler.failure())
          .isInstanceOf(IOException.class)
          .hasMessage("Input/output error");
      assertThat(handler.thread().getName()).startsWith("io-");
      assertThat(Await.failure("read", channel.read(ByteBuffer.allocate(6), 0)))
          .hasMessage("Input/output error");
      assertThat(channel.isOpen()).isTrue();
    }
  }

  @Test
  void a_channel_that_is_closed_early_fails_the_operation() throws IOException {
    disk.when(Op.WRITE).from(2).closesEarly();
    AsynchronousFileChannel channel = open(WRITE);
    Await.result("write", channel.write(ByteBuffer.allocate(1), 0));

    assertThat(Await.failure("write", channel.write(ByteBuffer.allocate(1), 1)))
        .isInstanceOf(AsynchronousCloseException.class);

    assertThat(channel.isOpen()).isFalse();
    DiskAssert.assertThat(disk).everyHandleIsClosed();
  }

  @Test
  void latency_is_spent_on_the_pool_thread() throws IOException {
    Duration latency = Duration.ofMillis(30);
    disk.when(Op.READ).takes(latency);
    try (AsynchronousFileChannel channel = open(READ)) {
      Await.result("read", channel.read(ByteBuffer.allocate(6), 0));
    }

    DiskEvent read = disk.recording().only(Op.READ).events().getFirst();
    assertThat(read.endNanos() - read.startNanos()).isGreaterThanOrEqualTo(latency.toNanos());
  }

  @Test
  void size_force_and_truncate_run_on_the_calling_thread() throws IOException {
    try (AsynchronousFileChannel channel = open(WRITE)) {
      channel.size();
      channel.truncate(3);
      channel.force(true);
      channel.tryLock();
    }

    assertThat(disk.recording().only(Op.SIZE, Op.TRUNCATE, Op.FORCE, Op.LOCK).events())
        .hasSize(4)
        .allSatisfy(event -> assertThat(event.thread().is(Thread.currentThread())).isTrue());
  }

  @Test
  void closing_the_disk_releases_held_operations_and_closes_open_channels() throws IOException {
    disk.hold(Op.READ);
    AsynchronousFileChannel channel = open(READ);
    Future<Integer> read = channel.read(ByteBuffer.allocate(6), 0);

    disk.close();

    assertThat(channel.isOpen()).isFalse();
    Await.until("the read to end", read::isDone);
  }

  @Test
  void an_overlapping_lock_fails_the_future() throws IOException {
    try (AsynchronousFileChannel channel = open(WRITE)) {
      Await.result("the first lock", channel.lock());

      assertThat(Await.failure("the second lock", channel.lock()))
          .hasCauseInstanceOf(OverlappingFileLockException.class);
    }
  }

  @Test
  void a_handler_may_close_its_channel() throws IOException {
    AsynchronousFileChannel channel = open(READ);
    RecordingHandler<Integer> handler =
        new RecordingHandler<>() {
          @Override
          public void completed(Integer result, Object attachment) {
            try {
              channel.close();
            } catch (IOException e) {
              failed(e, attachment);
            }
            super.completed(result, attachment);
          }
        };

    channel.read(ByteBuffer.allocate(1), 0, null, handler);

    assertThat(handler.result()).isEqualTo(1);
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void a_new_file_is_created_and_written_in_pieces() throws IOException {
    try (AsynchronousFileChannel channel =
        AsynchronousFileChannel.open(disk.path("new.txt"), Set.of(CREATE, WRITE), threads)) {
      Future<Integer> end = channel.write(ByteBuffer.wrap("world".getBytes(UTF_8)), 6);
      Future<Integer> start = channel.write(ByteBuffer.wrap("hello ".getBytes(UTF_8)), 0);
      Await.result("end", end);
      Await.result("start", start);
    }

    DiskAssert.assertThat(disk)
        .file("new.txt")
        .startsEmpty()
        .wasWrittenOnce("hello world".getBytes(UTF_8));
  }

  @Override
  Path directory() {
    return disk.directory();
  }

  private AsynchronousFileChannel open(OpenOption... options) throws IOException {
    return AsynchronousFileChannel.open(disk.path("shelf.txt"), Set.of(options), threads);
  }

  private static boolean isWaiting(Thread thread) {
    return thread.getState() == Thread.State.WAITING;
  }
}
