package workshop.comparison.manyfiles;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;

/**
 * The limit of the kernel's own asynchronous file I/O: with a single call, one thread submits the
 * next step of every operation in flight and gets the results.
 */
final class IoUring implements Worker.Measurable {

  private static final int ENTRIES = 2048;

  private final Path folder;
  private final Ring ring;

  /** Throws the kernel's reason if it refuses. */
  IoUring(Path folder) throws IOException {
    this.folder = folder;
    this.ring = new Ring(ENTRIES);
  }

  @Override
  public String run(Case wanted) throws Exception {
    Tally tally;
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment content = arena.allocateFrom(ValueLayout.JAVA_BYTE, wanted.content());
      Slot[] slots = new Slot[wanted.inFlight()];
      for (int i = 0; i < slots.length; i++) {
        slots[i] = new Slot(i, wanted, content, arena);
      }
      tally = new Tally(wanted, wanted.inFlight()); // the window opens when all memory is allocated
      int running = 0;
      for (Slot slot : slots) {
        running += slot.begin(tally) ? 1 : 0;
      }
      int[] left = {running};
      while (left[0] > 0) {
        ring.submitAndTake(
            (number, result) -> left[0] -= slots[(int) number].requestNext(result, tally) ? 0 : 1);
      }
    }
    return tally.answer();
  }

  @Override
  public void close() {
    ring.close();
  }

  private enum Step {
    OPEN_TO_WRITE,
    WRITE,
    FSYNC,
    CLOSE_WRITTEN,
    OPEN_TO_READ,
    READ,
    CLOSE_READ
  }

  /** One operation in flight. Each result decides which request comes next. */
  private final class Slot {

    private final int number;
    private final Case wanted;
    private final MemorySegment content;
    private final MemorySegment[] paths;
    private final MemorySegment into;
    private Step step = Step.OPEN_TO_WRITE;
    private int file;
    private int length;
    private long begun;
    private int turn;

    Slot(int number, Case wanted, MemorySegment content, Arena arena) {
      this.number = number;
      this.wanted = wanted;
      this.content = content;
      this.paths = SystemCalls.paths(folder, wanted, number, wanted.inFlight(), arena);
      this.into = arena.allocate(wanted.size() + 1L);
    }

    /** Requests the first step. Returns false if the window is over. */
    boolean begin(Tally tally) {
      boolean over = !wanted.mode().writes() && turn == paths.length; // cold files are read once
      if (over || !tally.take()) {
        tally.slotEnded();
        return false;
      }
      begun = System.nanoTime();
      request(wanted.mode().writes() ? Step.OPEN_TO_WRITE : Step.OPEN_TO_READ);
      return true;
    }

    private MemorySegment path() {
      return paths[turn % paths.length];
    }

    private void request(Step next) {
      step = next;
      switch (next) {
        case OPEN_TO_WRITE -> add(Ring.OPEN, Ring.NO_FOLDER, path(), 0, Libc.WRITE_ONLY);
        case WRITE -> add(Ring.WRITE, file, content, wanted.size(), 0);
        case FSYNC -> add(Ring.FSYNC, file, MemorySegment.NULL, 0, 0);
        case OPEN_TO_READ -> add(Ring.OPEN, Ring.NO_FOLDER, path(), 0, Libc.READ_ONLY);
        case READ -> add(Ring.READ, file, into, wanted.size() + 1, 0);
        case CLOSE_WRITTEN, CLOSE_READ -> add(Ring.CLOSE, file, MemorySegment.NULL, 0, 0);
      }
    }

    private void add(byte op, int on, MemorySegment memory, int bytes, int flags) {
      ring.add(op, on, memory.address(), bytes, flags, number);
    }

    /** Requests the next step after one has ended. Returns false if there are no more. */
    boolean requestNext(int result, Tally tally) throws IOException {
      if (result < 0) {
        throw new IOException("io_uring: " + step + " failed (errno " + -result + ")");
      }
      switch (step) {
        case OPEN_TO_WRITE -> {
          file = result;
          request(Step.WRITE);
        }
        case WRITE -> {
          if (result != wanted.size()) {
            throw new IOException("io_uring: wrote " + result + " of " + wanted.size() + " bytes");
          }
          request(wanted.mode() == Case.Mode.DURABLE ? Step.FSYNC : Step.CLOSE_WRITTEN);
        }
        case FSYNC -> request(Step.CLOSE_WRITTEN);
        case CLOSE_WRITTEN -> request(Step.OPEN_TO_READ);
        case OPEN_TO_READ -> {
          file = result;
          request(Step.READ);
        }
        case READ -> {
          length = result;
          request(Step.CLOSE_READ);
        }
        case CLOSE_READ -> {
          tally.done(begun, length, null);
          turn++;
          return begin(tally);
        }
      }
      return true;
    }
  }
}
