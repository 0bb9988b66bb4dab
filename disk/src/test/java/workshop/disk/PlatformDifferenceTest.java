package workshop.disk;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.disk.filter.FilterFileSystemProvider;

/**
 * The same steps have the same outcomes on the platform's own file system and on a watched disk.
 */
class PlatformDifferenceTest {

  @TempDir Path directory;

  @Test
  void an_interrupt_while_waiting_for_a_lock_closes_the_channel() throws Exception {
    compare(steps -> {
      Path file = Files.createFile(steps.file("a.txt"));
      try (LockHolder _ = LockHolder.of(file);
          FileChannel channel = FileChannel.open(file, WRITE)) {
        Thread locking = Thread.ofPlatform().unstarted(() -> steps.step("lock", channel::lock));
        locking.start();
        awaitNativeCall(locking, "lock");
        locking.interrupt();
        locking.join();
        steps.step("open", channel::isOpen);
      }
    });
  }

  @Test
  void closing_an_asynchronous_channel_ends_a_wait_for_a_lock() throws Exception {
    compare(steps -> {
      Path file = Files.createFile(steps.file("a.txt"));
      try (LockHolder _ = LockHolder.of(file)) {
        AsynchronousFileChannel channel = AsynchronousFileChannel.open(file, WRITE);
        Future<FileLock> lock = channel.lock();
        awaitNativeCall(null, "lock");
        channel.close();
        steps.step("lock", lock::get);
      }
    });
  }

  @Test
  void an_interrupted_thread_can_use_try_lock_but_not_lock() throws Exception {
    compare(steps -> {
      try (FileChannel channel = FileChannel.open(steps.file("a.txt"), CREATE, WRITE)) {
        Thread.currentThread().interrupt();
        steps.step("tryLock", () -> channel.tryLock() != null);
        steps.step("open", channel::isOpen);
        steps.step("flag", Thread::interrupted);
      }
      try (FileChannel channel = FileChannel.open(steps.file("b.txt"), CREATE, WRITE)) {
        Thread.currentThread().interrupt();
        steps.step("lock", channel::lock);
        steps.step("open", channel::isOpen);
        steps.step("flag", Thread::interrupted);
      }
    });
  }

  @Test
  void invalid_locks_are_rejected_at_once() throws Exception {
    compare(steps -> {
      try (AsynchronousFileChannel channel =
          AsynchronousFileChannel.open(steps.file("a.txt"), CREATE, WRITE)) {
        steps.step("position", () -> channel.lock(-1, 1, false).isDone());
        steps.step("size", () -> channel.lock(0, -1, false).isDone());
        steps.step("sum", () -> channel.lock(Long.MAX_VALUE, 1, false).isDone());
        steps.step("shared", () -> channel.lock(0, 1, true).isDone());
      }
    });
  }

  @Test
  void a_closed_stream_reports_that_it_is_closed() throws Exception {
    compare(steps -> {
      Path file = Files.writeString(steps.file("a.txt"), "eggs");
      InputStream in = Files.newInputStream(file);
      in.close();
      steps.step("read", in::read);
      steps.step(
          "close",
          () -> {
            in.close();
            return "again";
          });
      OutputStream out = Files.newOutputStream(file);
      out.close();
      steps.step(
          "write",
          () -> {
            out.write(1);
            return "written";
          });
    });
  }

  @Test
  void a_program_may_lock_a_file_any_number_of_times() throws Exception {
    compare(steps -> {
      Path file = Files.createFile(steps.file("a.txt"));
      steps.step(
          "30,000 times",
          () -> {
            for (int i = 0; i < 30_000; i++) {
              try (FileChannel channel = FileChannel.open(file, WRITE)) {
                channel.lock().release();
              }
            }
            return "done";
          });
    });
  }

  @Test
  void a_named_pipe_can_be_written_and_read() throws Exception {
    compare(steps -> {
      Path pipe = namedPipe(steps.file("pipe"));
      try (FileChannel both = FileChannel.open(pipe, READ, WRITE)) {
        steps.step("write", () -> both.write(ByteBuffer.wrap(new byte[] {1, 2, 3})));
        steps.step("read", () -> both.read(ByteBuffer.allocate(2)));
        steps.step("rest", () -> both.read(new ByteBuffer[] {ByteBuffer.allocate(2)}));
        steps.step("position", both::position);
        steps.step("size", both::size);
      }
    });
  }

  @Test
  void a_channel_that_is_never_closed_is_reclaimed() throws Exception {
    compare(steps -> {
      Path file = Files.createFile(steps.file("a.txt"));
      WeakReference<FileChannel> forgotten = new WeakReference<>(FileChannel.open(file));
      steps.step(
          "reclaimed",
          () -> {
            for (int i = 0; i < 100 && forgotten.get() != null; i++) {
              System.gc();
            }
            return forgotten.get() == null;
          });
    });
  }

  @Test
  void a_directory_has_one_watch_key() throws Exception {
    compare(steps -> {
      try (WatchService service = steps.file(".").getFileSystem().newWatchService()) {
        Path watched = Files.createDirectory(steps.file("d"));
        WatchKey key = watched.register(service, StandardWatchEventKinds.ENTRY_CREATE);
        steps.step(
            "registered again",
            () -> watched.register(service, StandardWatchEventKinds.ENTRY_CREATE) == key);
        Files.createFile(watched.resolve("a.txt"));
        steps.step("taken", () -> service.take() == key);
      }
    });
  }

  /** Waits until a thread is inside a native method, such as a lock's. */
  private static void awaitNativeCall(Thread of, String what) {
    while (Thread.getAllStackTraces().entrySet().stream()
        .filter(each -> of == null || each.getKey() == of)
        .noneMatch(each ->
            each.getValue().length > 0
                && each.getValue()[0].isNativeMethod()
                && each.getValue()[0].getMethodName().startsWith(what))) {
      Thread.onSpinWait();
    }
  }

  private static Path namedPipe(Path path) throws IOException, InterruptedException {
    assumeTrue(
        !System.getProperty("os.name").startsWith("Windows"),
        "Windows has no named pipes as files");
    new ProcessBuilder("mkfifo", path.toString()).inheritIO().start().waitFor();
    return path;
  }

  private void compare(Steps steps) throws Exception {
    List<String> platform =
        run(steps, FilterFileSystemProvider.unwrap(Files.createDirectory(directory.resolve("p"))));
    Path watched = Files.createDirectory(directory.resolve("w"));
    try (Disk _ = Disk.watch(watched)) {
      assertThat(run(steps, watched)).isEqualTo(platform);
    }
  }

  private static List<String> run(Steps steps, Path directory) throws Exception {
    Transcript transcript = new Transcript(directory);
    steps.take(transcript);
    return transcript.lines();
  }

  @FunctionalInterface
  private interface Steps {
    void take(Transcript transcript) throws Exception;
  }
}
