package workshop.comparison.manyfiles;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * The work as a minimal C program would do it: threads make system calls on their own memory,
 * without a queue, without an object for each operation, and without a needless copy. In the page
 * cache there are as many threads as cores; on the disk, as many as operations in flight. The
 * threads take turns with as many files as the other contenders use, because one file per thread
 * would stay in the processor's caches.
 */
final class SystemCalls implements Worker.Measurable {

  private final Path folder;

  SystemCalls(Path folder) {
    this.folder = folder;
  }

  @Override
  public String run(Case wanted) throws Exception {
    int cores = Runtime.getRuntime().availableProcessors();
    int threads = wanted.mode().waits() ? wanted.inFlight() : Math.min(cores, wanted.inFlight());
    CountDownLatch ready = new CountDownLatch(threads);
    CompletableFuture<Tally> window = new CompletableFuture<>();
    for (int i = 0; i < threads; i++) {
      int number = i;
      Thread.ofPlatform()
          .daemon()
          .name("system-calls-" + number)
          .start(() -> work(wanted, number, threads, ready, window));
    }
    ready.await(); // starting threads is not part of the work
    Tally tally = new Tally(wanted, threads);
    window.complete(tally);
    return tally.answer();
  }

  private void work(
      Case wanted, int number, int threads, CountDownLatch ready, Future<Tally> window) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment[] paths = paths(folder, wanted, number, threads, arena);
      MemorySegment content = arena.allocateFrom(ValueLayout.JAVA_BYTE, wanted.content());
      MemorySegment into = arena.allocate(wanted.size() + 1L); // one more, to see the end
      ready.countDown();
      Tally tally = window.get();
      try {
        boolean once = !wanted.mode().writes(); // cold files are read once
        for (int turn = 0; !(once && turn == paths.length) && tally.take(); turn++) {
          long begun = System.nanoTime();
          tally.done(
              begun, writeThenRead(paths[turn % paths.length], content, wanted.mode(), into), null);
        }
      } catch (IOException e) {
        tally.done(0, 0, e);
      } finally {
        tally.slotEnded();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("this thread is not interrupted, and no window fails", e);
    }
  }

  /**
   * The files of one of several threads or slots. There are more cold files than operations in
   * flight.
   */
  static MemorySegment[] paths(Path folder, Case wanted, int first, int step, Arena arena) {
    int files = wanted.mode().writes() ? wanted.inFlight() : Case.FILES;
    return IntStream.iterate(first, i -> i < files, i -> i + step)
        .mapToObj(i -> arena.allocateFrom(Case.file(folder, wanted.size(), i).toString()))
        .toArray(MemorySegment[]::new);
  }

  private static int writeThenRead(
      MemorySegment path, MemorySegment content, Case.Mode mode, MemorySegment into)
      throws IOException {
    if (mode.writes()) {
      int file = Libc.open(path, Libc.WRITE_ONLY);
      Libc.writeFully(file, content);
      if (mode == Case.Mode.DURABLE) {
        Libc.fsync(file);
      }
      Libc.close(file);
    }
    int file = Libc.open(path, Libc.READ_ONLY);
    int length = Libc.readFully(file, into);
    Libc.close(file);
    return length;
  }
}
