package workshop.comparison.files;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a program in C would do that does nothing else: threads that make system calls on memory of
 * their own. No queue, no object for each operation, no copy that is not needed. As many threads as
 * there are cores where the page cache answers, as many as are in flight where the disk does.
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
    Tally tally = new Tally(wanted, threads);
    AtomicInteger names = new AtomicInteger();
    for (int i = 0; i < threads; i++) {
      int number = i;
      Thread.ofPlatform()
          .name("system-calls-" + names.incrementAndGet())
          .start(() -> lane(wanted, tally, number));
    }
    return tally.answer();
  }

  private void lane(Case wanted, Tally tally, int number) {
    try (Arena arena = Arena.ofConfined()) {
      Path file = Case.file(folder, wanted.size(), number);
      MemorySegment path = arena.allocateFrom(file.toString());
      MemorySegment content = arena.allocateFrom(ValueLayout.JAVA_BYTE, wanted.content());
      MemorySegment into = arena.allocate(wanted.size() + 1L); // one more: sees the end of file
      while (tally.take()) {
        long begun = System.nanoTime();
        tally.done(begun, writeThenRead(path, content, wanted.durable(), into), null);
      }
    } catch (IOException | RuntimeException e) {
      tally.done(0, 0, e);
    } finally {
      tally.laneEnded();
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
