package workshop.comparison.files;

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
 * What a program in C would do that does nothing else: threads that make system calls on memory of
 * their own. No queue, no object for each operation, no copy that is not needed. As many threads as
 * there are cores where the page cache answers, as many as are in flight where the disk does. They
 * take turns with as many files as the others: one file for each thread would stay in the caches of
 * the processor.
 */
final class SystemCalls implements Worker.Contestant {

  private final Path folder;

  SystemCalls(Path folder) {
    this.folder = folder;
  }

  @Override
  public String run(Case wanted) throws Exception {
    int cores = Runtime.getRuntime().availableProcessors();
    int threads = wanted.durable() ? wanted.inFlight() : Math.min(cores, wanted.inFlight());
    CountDownLatch ready = new CountDownLatch(threads);
    CompletableFuture<Tally> window = new CompletableFuture<>();
    for (int i = 0; i < threads; i++) {
      int number = i;
      Thread.ofPlatform()
          .daemon()
          .name("system-calls-" + number)
          .start(() -> lane(wanted, number, threads, ready, window));
    }
    ready.await(); // to start threads is no part of the work
    Tally tally = new Tally(wanted, threads);
    window.complete(tally);
    return tally.answer();
  }

  private void lane(
      Case wanted, int number, int threads, CountDownLatch ready, Future<Tally> window) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment[] paths =
          IntStream.iterate(number, i -> i < wanted.inFlight(), i -> i + threads)
              .mapToObj(i -> arena.allocateFrom(Case.file(folder, wanted.size(), i).toString()))
              .toArray(MemorySegment[]::new);
      MemorySegment content = arena.allocateFrom(ValueLayout.JAVA_BYTE, wanted.content());
      MemorySegment into = arena.allocate(wanted.size() + 1L); // one more: sees the end of file
      ready.countDown();
      Tally tally = window.get();
      try {
        for (int turn = 0; tally.take(); turn = (turn + 1) % paths.length) {
          long begun = System.nanoTime();
          tally.done(begun, writeThenRead(paths[turn], content, wanted.durable(), into), null);
        }
      } catch (IOException e) {
        tally.done(0, 0, e);
      } finally {
        tally.laneEnded();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("nobody interrupts this thread, and no window fails", e);
    }
  }

  private static int writeThenRead(
      MemorySegment path, MemorySegment content, boolean durable, MemorySegment into)
      throws IOException {
    int file = Libc.open(path, Libc.WRITE_ONLY);
    Libc.writeFully(file, content);
    if (durable) {
      Libc.fsync(file);
    }
    Libc.close(file);
    file = Libc.open(path, Libc.READ_ONLY);
    int length = Libc.readFully(file, into);
    Libc.close(file);
    return length;
  }
}
