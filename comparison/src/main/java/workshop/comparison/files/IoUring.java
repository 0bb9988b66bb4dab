package workshop.comparison.files;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;

/**
 * What the kernel's own asynchronous file I/O can do: one thread that submits the next step of
 * every operation in flight with one call, and is told the results with the same call.
 */
final class IoUring implements Worker.Contestant {

  private static final int ENTRIES = 2048;

  private final Path folder;
  private final Ring ring;

  /** Throws what the kernel says if it refuses. */
  IoUring(Path folder) throws IOException {
    this.folder = folder;
    this.ring = new Ring(ENTRIES);
  }

  @Override
  public String run(Case wanted) throws Exception {
    Tally tally = new Tally(wanted, wanted.inFlight());
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment content = arena.allocateFrom(ValueLayout.JAVA_BYTE, wanted.content());
      Lane[] lanes = new Lane[wanted.inFlight()];
      int running = 0;
      for (int i = 0; i < lanes.length; i++) {
        lanes[i] = new Lane(i, wanted, tally, content, arena);
        running += lanes[i].begin() ? 1 : 0;
      }
      int[] left = {running};
      while (left[0] > 0) {
        ring.submitAndTake((number, result) -> left[0] -= lanes[(int) number].goOn(result) ? 0 : 1);
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

  /** One of those in flight. Each result says which request comes next. */
  private final class Lane {

    private final int number;
    private final Case wanted;
    private final Tally tally;
    private final MemorySegment content;
    private final MemorySegment path;
    private final MemorySegment into;
    private Step step = Step.OPEN_TO_WRITE;
    private int file;
    private int length;
    private long begun;

    Lane(int number, Case wanted, Tally tally, MemorySegment content, Arena arena) {
      this.number = number;
      this.wanted = wanted;
      this.tally = tally;
      this.content = content;
      this.path = arena.allocateFrom(Case.file(folder, wanted.size(), number).toString());
      this.into = arena.allocate(wanted.size() + 1L);
    }

    /** Requests the first step, unless the window is over: then returns false. */
    boolean begin() {
      if (!tally.take()) {
        tally.laneEnded();
        return false;
      }
      begun = System.nanoTime();
      request(Step.OPEN_TO_WRITE);
      return true;
    }

    private void request(Step next) {
      step = next;
      switch (next) {
        case OPEN_TO_WRITE -> add(Ring.OPEN, Ring.NO_FOLDER, path, 0, Libc.WRITE_ONLY);
        case WRITE -> add(Ring.WRITE, file, content, wanted.size(), 0);
        case FSYNC -> add(Ring.FSYNC, file, MemorySegment.NULL, 0, 0);
        case OPEN_TO_READ -> add(Ring.OPEN, Ring.NO_FOLDER, path, 0, Libc.READ_ONLY);
        case READ -> add(Ring.READ, file, into, wanted.size() + 1, 0);
        case CLOSE_WRITTEN, CLOSE_READ -> add(Ring.CLOSE, file, MemorySegment.NULL, 0, 0);
      }
    }

    private void add(byte op, int on, MemorySegment memory, int bytes, int flags) {
      ring.add(op, on, memory.address(), bytes, flags, number);
    }

    /** The step has ended: requests the next one. Returns false if there is none any more. */
    boolean goOn(int result) throws IOException {
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
          request(wanted.durable() ? Step.FSYNC : Step.CLOSE_WRITTEN);
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
          return begin();
        }
      }
      return true;
    }
  }
}
