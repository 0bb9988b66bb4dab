package workshop.disk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileLock;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import workshop.testkit.assertion.RecordingHandler;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Call;

/**
 * How an asynchronous channel behaves on this platform. The platform's own channel passes these
 * tests, so a learner's code cannot distinguish a watched channel that passes them from it.
 */
abstract class AsynchronousFileChannelContract {

  @TempDir Path directory;

  private final CompletableFuture<Throwable> uncaught = new CompletableFuture<>();
  private final ExecutorService pool =
      Executors.newFixedThreadPool(
          2,
          Thread.ofPlatform()
              .name("pool-", 1)
              .uncaughtExceptionHandler((_, error) -> uncaught.complete(error))
              .factory());
  private final CountDownLatch queueMayGoOn = new CountDownLatch(1);

  @AfterEach
  void end() {
    queueMayGoOn.countDown();
    pool.close();
  }

  @Test
  void a_handler_runs_on_the_pool_thread_that_did_the_read() throws IOException {
    Files.writeString(file(), "butter");
    try (AsynchronousFileChannel channel = open(READ)) {
      ByteBuffer buffer = ByteBuffer.allocate(10);
      RecordingHandler<Integer> handler = new RecordingHandler<>();

      channel.read(buffer, 0, "attached", handler);

      assertThat(handler.result()).isEqualTo(6);
      assertThat(handler.attachment()).isEqualTo("attached");
      assertThat(handler.thread().getName()).startsWith("pool-");
      assertThat(new String(buffer.array(), 0, 6, UTF_8)).isEqualTo("butter");
      assertThat(buffer.position()).isEqualTo(6);
    }
  }

  @Test
  void without_an_executor_daemon_threads_shared_by_the_jvm_do_the_read() throws IOException {
    Files.writeString(file(), "butter");
    try (AsynchronousFileChannel channel = AsynchronousFileChannel.open(file(), READ)) {
      RecordingHandler<Integer> handler = new RecordingHandler<>();

      channel.read(ByteBuffer.allocate(10), 0, null, handler);

      handler.result();
      assertThat(handler.thread().isDaemon()).isTrue();
      assertThat(handler.thread().getName()).matches("InnocuousThread-\\d+|Thread-\\d+");
    }
  }

  @Test
  void a_read_is_short_at_the_end_and_returns_minus_one_beyond_it() throws Exception {
    Files.writeString(file(), "egg");
    try (AsynchronousFileChannel channel = open(READ)) {
      assertThat(read(channel, ByteBuffer.allocate(10), 0)).isEqualTo(3);
      assertThat(read(channel, ByteBuffer.allocate(10), 3)).isEqualTo(-1);
      assertThat(read(channel, ByteBuffer.allocate(10), 99)).isEqualTo(-1);
      assertThat(read(channel, ByteBuffer.allocate(0), 0)).isEqualTo(0);
    }
  }

  @Test
  void a_write_goes_to_the_given_position_and_calls_the_handler() throws IOException {
    try (AsynchronousFileChannel channel = open(CREATE, WRITE)) {
      RecordingHandler<Integer> handler = new RecordingHandler<>();

      channel.write(utf8("milk"), 3, null, handler);

      assertThat(handler.result()).isEqualTo(4);
      assertThat(Await.result("write", channel.write(utf8("egg"), 0))).isEqualTo(3);
      channel.force(true);
      assertThat(channel.size()).isEqualTo(7);
      channel.truncate(5);
    }
    assertThat(Files.readString(file())).isEqualTo("eggmi");
  }

  @Test
  void append_is_rejected() {
    assertThatThrownBy(() -> open(WRITE, APPEND))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("APPEND");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_directory_can_be_opened_but_not_read() throws IOException {
    try (AsynchronousFileChannel channel = AsynchronousFileChannel.open(directory(), READ)) {
      assertThat(Await.failure("read", channel.read(ByteBuffer.allocate(10), 0)))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void misuse_throws_on_the_calling_thread_at_once() throws IOException {
    Files.writeString(file(), "egg");
    try (AsynchronousFileChannel reading = open(READ);
        AsynchronousFileChannel writing = open(WRITE)) {
      ByteBuffer buffer = ByteBuffer.allocate(1);
      assertThatThrownBy(() -> reading.read(buffer, -1))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> reading.read(buffer.asReadOnlyBuffer(), 0))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> reading.read(buffer, 0, null, null))
          .isInstanceOf(NullPointerException.class);
      assertThatThrownBy(() -> writing.read(buffer, 0))
          .isInstanceOf(NonReadableChannelException.class);
      assertThatThrownBy(() -> reading.write(buffer, 0))
          .isInstanceOf(NonWritableChannelException.class);
      assertThatThrownBy(() -> writing.write(buffer, -1))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(reading::lock).isInstanceOf(NonWritableChannelException.class);
    }
  }

  @Test
  void an_executor_that_was_shut_down_rejects_on_the_calling_thread() throws IOException {
    Files.writeString(file(), "egg");
    try (AsynchronousFileChannel channel = open(READ)) {
      pool.shutdown();
      RecordingHandler<Integer> handler = new RecordingHandler<>();

      assertThatThrownBy(() -> channel.read(ByteBuffer.allocate(1), 0, null, handler))
          .isInstanceOf(RejectedExecutionException.class);
      assertThatThrownBy(() -> channel.read(ByteBuffer.allocate(1), 0))
          .isInstanceOf(RejectedExecutionException.class);
      assertThat(handler.isCalled()).isFalse();
    }
  }

  @Test
  void an_exception_from_a_handler_reaches_only_its_thread() throws IOException {
    Files.writeString(file(), "egg");
    try (AsynchronousFileChannel channel = open(READ)) {
      IllegalStateException error = new IllegalStateException("from the handler");

      channel.read(ByteBuffer.allocate(10), 0, null, RecordingHandler.thatThrows(error));

      assertThat(Await.result("the uncaught exception handler", uncaught)).isSameAs(error);
      assertThat(read(channel, ByteBuffer.allocate(10), 0)).isEqualTo(3);
    }
  }

  @Test
  void a_closed_channel_fails_the_future_and_the_handler() throws IOException {
    Files.writeString(file(), "egg");
    AsynchronousFileChannel channel = open(READ);
    channel.close();
    channel.close();
    RecordingHandler<Integer> handler = new RecordingHandler<>();

    channel.read(ByteBuffer.allocate(1), 0, null, handler);

    assertThat(handler.failure()).isInstanceOf(ClosedChannelException.class);
    assertThat(handler.thread().getName()).startsWith("pool-");
    assertThat(Await.failure("read", channel.read(ByteBuffer.allocate(1), 0)))
        .isInstanceOf(ClosedChannelException.class);
    assertThatThrownBy(channel::size).isInstanceOf(ClosedChannelException.class);
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void an_operation_still_queued_when_the_channel_is_closed_fails() throws IOException {
    Files.writeString(file(), "egg");
    AsynchronousFileChannel channel = open(READ);
    keepThePoolBusy();
    Future<Integer> queued = channel.read(ByteBuffer.allocate(1), 0);

    channel.close();
    queueMayGoOn.countDown();

    assertThat(Await.failure("read", queued)).isInstanceOf(AsynchronousCloseException.class);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void canceling_without_interrupt_does_not_stop_the_operation() throws IOException {
    Files.writeString(file(), "egg");
    try (AsynchronousFileChannel channel = open(READ)) {
      keepThePoolBusy();
      ByteBuffer buffer = ByteBuffer.allocate(3);
      Future<Integer> read = channel.read(buffer, 0);
      RecordingHandler<Integer> next = new RecordingHandler<>();

      assertThat(read.cancel(false)).isTrue();
      assertThat(read.cancel(false)).isFalse();
      assertThat(read.isCancelled()).isTrue();
      assertThat(read.isDone()).isTrue();
      assertThat(channel.isOpen()).isTrue();
      queueMayGoOn.countDown();
      channel.read(ByteBuffer.allocate(1), 0, null, next);
      next.result();

      Await.until("the cancelled read to fill its buffer", () -> buffer.position() == 3);
    }
  }

  @Test
  void canceling_with_interrupt_closes_the_channel() throws IOException {
    Files.writeString(file(), "egg");
    AsynchronousFileChannel channel = open(READ);
    keepThePoolBusy();
    Future<Integer> read = channel.read(ByteBuffer.allocate(3), 0);

    assertThat(read.cancel(true)).isTrue();

    assertThat(channel.isOpen()).isFalse();
    assertThat(read.isCancelled()).isTrue();
  }

  @Test
  void a_completed_operation_cannot_be_canceled() throws IOException {
    Files.writeString(file(), "egg");
    try (AsynchronousFileChannel channel = open(READ)) {
      Future<Integer> read = channel.read(ByteBuffer.allocate(3), 0);
      Await.result("read", read);

      assertThat(read.cancel(true)).isFalse();
      assertThat(read.isCancelled()).isFalse();
      assertThat(channel.isOpen()).isTrue();
    }
  }

  @Test
  void interrupting_a_thread_that_waits_for_the_future_keeps_the_channel_open() throws IOException {
    Files.writeString(file(), "egg");
    try (AsynchronousFileChannel channel = open(READ)) {
      keepThePoolBusy();
      Future<Integer> read = channel.read(ByteBuffer.allocate(3), 0);

      Call.start("get()", () -> read.get()).interrupt().fails(InterruptedException.class);
      queueMayGoOn.countDown();

      assertThat(Await.result("read", read)).isEqualTo(3);
      assertThat(channel.isOpen()).isTrue();
    }
  }

  @Test
  void interrupting_a_pool_thread_does_not_affect_its_read() throws IOException {
    Files.writeString(file(), "egg");
    ExecutorService interrupting =
        new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>()) {
          @Override
          protected void beforeExecute(Thread thread, Runnable task) {
            thread.interrupt();
          }
        };
    try (interrupting;
        AsynchronousFileChannel channel =
            AsynchronousFileChannel.open(file(), Set.of(READ), interrupting)) {
      RecordingHandler<Integer> handler = new RecordingHandler<>();

      channel.read(ByteBuffer.allocate(3), 0, null, handler);

      assertThat(handler.result()).isEqualTo(3);
      assertThat(channel.isOpen()).isTrue();
    }
  }

  @Test
  void a_lock_knows_its_channel_and_excludes_other_locks() throws IOException {
    try (AsynchronousFileChannel channel = open(CREATE, WRITE)) {
      FileLock lock = Await.result("lock", channel.lock());
      assertThat(lock.acquiredBy()).isSameAs(channel);
      assertThat(lock.isValid()).isTrue();
      assertThatThrownBy(channel::tryLock).isInstanceOf(OverlappingFileLockException.class);
      lock.release();

      RecordingHandler<FileLock> handler = new RecordingHandler<>();
      channel.lock(0, 10, false, null, handler);
      assertThat(handler.result().size()).isEqualTo(10);
      handler.result().release();
      assertThat(channel.tryLock()).isNotNull();
    }
  }

  /** Returns the directory of the files, which is watched or not. */
  Path directory() {
    return directory;
  }

  private Path file() {
    return directory().resolve("a.txt");
  }

  private AsynchronousFileChannel open(OpenOption... options) throws IOException {
    return AsynchronousFileChannel.open(file(), Set.of(options), pool);
  }

  private void keepThePoolBusy() {
    for (int i = 0; i < 2; i++) {
      pool.execute(() -> Await.latch("the queue to be let on", queueMayGoOn));
    }
  }

  private static int read(AsynchronousFileChannel channel, ByteBuffer buffer, long position) {
    return Await.result("read", channel.read(buffer, position));
  }

  private static ByteBuffer utf8(String text) {
    return ByteBuffer.wrap(text.getBytes(UTF_8));
  }
}
