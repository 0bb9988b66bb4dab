package workshop.completable.facts;

import static java.nio.file.StandardOpenOption.READ;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.CompletionHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import workshop.testkit.thread.Await;

/**
 * For 03-2. On Linux and macOS an AsynchronousFileChannel is a pool of threads, each of which waits
 * inside an ordinary read. (On Windows the operating system does the waiting.) All of its surprises
 * follow from this.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
class ChannelIsAPoolTest {

  private static final int LARGE = 128 << 20;

  private final CompletableFuture<Throwable> uncaught = new CompletableFuture<>();
  private final ThreadPoolExecutor assistant =
      new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), this::thread);
  private final CountDownLatch busy = new CountDownLatch(1);

  @TempDir Path directory;
  private Path menu;

  @BeforeEach
  void write() throws IOException {
    menu = Files.writeString(directory.resolve("menu.txt"), "soup");
  }

  @AfterEach
  void dismiss() {
    busy.countDown();
    assistant.close();
  }

  @Test
  void a_read_is_a_task_in_the_queue_of_your_executor() throws IOException {
    try (AsynchronousFileChannel channel = open(menu)) {
      assistant.execute(() -> Await.latch("the end of the other work", busy));

      Future<Integer> read = channel.read(ByteBuffer.allocate(4), 0);

      assertThat(assistant.getQueue()).hasSize(1);
      assertThat(read.isDone()).as("done without a thread").isFalse();
      busy.countDown();
      assertThat(Await.result("the read", read)).isEqualTo(4);
    }
  }

  @Test
  void the_handler_runs_on_the_thread_that_did_the_read() throws IOException {
    try (AsynchronousFileChannel channel = open(menu)) {
      CompletableFuture<Thread> handler = new CompletableFuture<>();

      channel.read(ByteBuffer.allocate(4), 0, handler, tellingItsThread());

      assertThat(Await.result("the handler", handler).getName()).isEqualTo("assistant");
    }
  }

  @Test
  void without_your_own_executor_the_handler_runs_on_a_daemon_thread() throws IOException {
    try (AsynchronousFileChannel channel = AsynchronousFileChannel.open(menu, READ)) {
      CompletableFuture<Thread> handler = new CompletableFuture<>();

      channel.read(ByteBuffer.allocate(4), 0, handler, tellingItsThread());

      assertThat(Await.result("the handler", handler).isDaemon()).isTrue();
    }
  }

  @Test
  void a_canceled_read_fills_the_buffer_all_the_same() throws IOException {
    try (AsynchronousFileChannel channel = open(menu)) {
      assistant.execute(() -> Await.latch("the end of the other work", busy));
      ByteBuffer buffer = ByteBuffer.allocate(4);
      Future<Integer> read = channel.read(buffer, 0);

      read.cancel(false);
      assertThat(read.isCancelled()).isTrue();
      assertThat(buffer.position()).isZero();

      busy.countDown();
      assistant.close();
      assertThat(buffer.position()).as("filled after the cancel").isEqualTo(4);
    }
  }

  @Test
  void close_blocks_until_the_read_in_flight_has_ended() throws IOException {
    Path huge = directory.resolve("huge.bin");
    try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(LARGE); // a sparse file: takes no space on the disk, but takes as long to read
      file.seek(LARGE - 1);
      file.write('!');
    }
    ByteBuffer buffer = ByteBuffer.allocateDirect(LARGE);

    boolean caughtInFlight = false;
    for (int attempt = 0; attempt < 100 && !caughtInFlight; attempt++) {
      buffer.put(LARGE - 1, (byte) 0);
      AsynchronousFileChannel channel = open(huge);
      Future<Integer> read = channel.read(buffer.clear(), 0);
      Await.until("the beginning of the read", () -> isReading() || read.isDone());
      caughtInFlight = !read.isDone();

      channel.close();

      // The very last byte is there, and the read succeeds: it was not cut short.
      assertThat(buffer.get(LARGE - 1)).isEqualTo((byte) '!');
      assertThat(Await.result("the read", read)).isEqualTo(LARGE);
    }
    assertThat(caughtInFlight).as("a read was in flight when the channel was closed").isTrue();
  }

  @Test
  void an_exception_from_completed_reaches_the_thread_and_not_failed() throws IOException {
    CompletableFuture<Throwable> failed = new CompletableFuture<>();
    try (AsynchronousFileChannel channel = open(menu)) {
      channel.read(
          ByteBuffer.allocate(4),
          0,
          null,
          new CompletionHandler<Integer, Void>() {
            @Override
            public void completed(Integer count, Void attachment) {
              throw new IllegalStateException("thrown by the handler");
            }

            @Override
            public void failed(Throwable error, Void attachment) {
              failed.complete(error);
            }
          });

      assertThat(Await.result("the uncaught exception", uncaught))
          .hasMessage("thrown by the handler");
    }
    assistant.close();
    assertThat(failed).isNotDone();
  }

  private AsynchronousFileChannel open(Path file) throws IOException {
    return AsynchronousFileChannel.open(file, Set.of(READ), assistant);
  }

  private static CompletionHandler<Integer, CompletableFuture<Thread>> tellingItsThread() {
    return new CompletionHandler<>() {
      @Override
      public void completed(Integer count, CompletableFuture<Thread> thread) {
        thread.complete(Thread.currentThread());
      }

      @Override
      public void failed(Throwable error, CompletableFuture<Thread> thread) {
        thread.completeExceptionally(error);
      }
    };
  }

  private Thread thread(Runnable task) {
    Thread thread = new Thread(task, "assistant");
    thread.setUncaughtExceptionHandler((dying, thrown) -> uncaught.complete(thrown));
    return thread;
  }

  /** Returns whether the thread is inside the operating system's read. */
  private static boolean isReading() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(each -> each.getKey().getName().equals("assistant"))
        .anyMatch(each ->
            each.getValue().length > 0 && each.getValue()[0].getMethodName().startsWith("pread"));
  }
}
