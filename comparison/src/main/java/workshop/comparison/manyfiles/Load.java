package workshop.comparison.manyfiles;

import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Runs the operations of one window on a technique. */
final class Load {

  private final Technique technique;
  private final Path folder;
  private final Case wanted;
  private final byte[] content;

  /**
   * The files of a closed loop that are not in use. The next one is the one that was unused
   * longest.
   */
  private final Queue<Path> free = new ConcurrentLinkedQueue<>();

  Load(Technique technique, Path folder, Case wanted) {
    this.technique = technique;
    this.folder = folder;
    this.wanted = wanted;
    this.content = wanted.content();
  }

  /**
   * Runs one window. Blocks until every operation that began in it has ended. Returns the reply.
   */
  String run() throws Exception {
    return wanted.rate() == 0 ? keepInFlight() : asTheyArrive();
  }

  /**
   * Closed loop, for throughput: when an operation ends, the next one begins. Every technique takes
   * turns with all files, because a file that is used twice in a row would still be in the
   * processor's cache.
   */
  private String keepInFlight() throws Exception {
    Tally tally = new Tally(wanted, wanted.inFlight());
    int files = wanted.mode().writes() ? wanted.inFlight() : Case.FILES;
    for (int i = 0; i < files; i++) {
      free.add(Case.file(folder, wanted.size(), i));
    }
    for (int i = 0; i < wanted.inFlight(); i++) {
      new Slot(tally).pump();
    }
    return tally.answer();
  }

  /**
   * Open loop, for latency: operations arrive at a fixed rate, and the latency of each counts from
   * the time at which it was due. No operation is left out, so a technique that cannot keep up is
   * charged for it (no coordinated omission).
   */
  private String asTheyArrive() throws Exception {
    double gap = 1e9 / wanted.rate();
    long inTime = (long) (wanted.window().toNanos() / gap);
    int arrivals = (int) Math.clamp(inTime, 1, wanted.most());
    Tally tally = new Tally(wanted, arrivals);
    for (int i = 0; i < arrivals; i++) {
      long due = tally.start() + (long) (i * gap);
      for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
        LockSupport.parkNanos(early);
      }
      start(
          Case.file(folder, wanted.size(), i),
          (length, failure) -> {
            tally.done(due, length, failure);
            tally.slotEnded();
          });
    }
    return tally.answer();
  }

  private void start(Path file, Technique.Done done) {
    try {
      technique.start(file, content, wanted.mode(), done);
    } catch (Exception e) {
      done.ended(0, e);
    }
  }

  /** A slot for one operation in flight. */
  private final class Slot implements Technique.Done {

    private static final int STARTING = 0;
    private static final int STARTED = 1;
    private static final int ENDED = 2;

    private final Tally tally;
    private final AtomicInteger state = new AtomicInteger();
    private volatile Path file = folder;
    private volatile long begun;

    Slot(Tally tally) {
      this.tally = tally;
    }

    /** Begins operations until one is still running when {@code start} returns. */
    void pump() {
      do {
        if (!tally.take()) {
          tally.slotEnded();
          return;
        }
        file = free.remove();
        begun = System.nanoTime();
        state.set(STARTING);
        start(file, this);
        // A loop instead of a call from ended(), because ten thousand nested calls would overflow
        // the stack.
      } while (state.getAndSet(STARTED) == ENDED);
    }

    @Override
    public void ended(int length, @Nullable Throwable failure) {
      tally.done(begun, length, failure);
      free.add(file);
      if (state.getAndSet(ENDED) == STARTED) {
        pump();
      }
    }
  }
}
