package workshop.testkit.disk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import workshop.testkit.suite.Teaching;
import workshop.testkit.thread.Held;

/**
 * Where operations wait until the test lets them on: {@code Gate gate = disk.hold(READ)}.
 *
 * <p>While an operation stands at the gate, the thread that does the I/O is blocked as by a disk
 * that does not answer; if it is a virtual thread, so is its carrier. What is waiting goes on in
 * the order of arrival. Safe for use by many threads.
 */
public final class Gate implements Held, AutoCloseable {

  private static final long PATIENCE_SECONDS = 10;

  private final String what;
  private final EventLog log;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrival = lock.newCondition();

  // Guarded by lock.
  private final List<Long> arrivals = new ArrayList<>();
  private final Map<Pause, Operation> waiting = new LinkedHashMap<>();
  private int maxWaiting;
  private int passes;
  private boolean open;

  Gate(String what, EventLog log) {
    this.what = what;
    this.log = log;
  }

  /**
   * Returns when at least {@code n} operations have arrived since the gate was made, whether or not
   * they have been let on.
   *
   * @throws Teaching if they have not after 10 seconds; says how many came, and what the disk saw
   */
  public void awaitArrivals(int n) {
    long nanos = TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    lock.lock();
    try {
      while (arrivals.size() < n) {
        if (nanos <= 0) {
          throw tooFew(n, arrivals.size());
        }
        nanos = arrival.awaitNanos(nanos);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Teaching.saw("The test was interrupted while it waited at the gate for " + what + ".")
          .means("Somebody stopped the test from outside: a timeout, or the person who runs it.")
          .todo("If it was a timeout, look below for what the disk was doing meanwhile.")
          .evidence("On the disk", timeline())
          .because(e);
    } finally {
      lock.unlock();
    }
  }

  /** Returns how many operations stand at the gate now. */
  @Override
  public int waiting() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  /** Returns how many operations stood at the gate at once, at most. */
  public int maxWaiting() {
    lock.lock();
    try {
      return maxWaiting;
    } finally {
      lock.unlock();
    }
  }

  /** Tells whether {@code thread} stands at the gate now. */
  @Override
  public boolean isHeldBy(Thread thread) {
    lock.lock();
    try {
      return waiting.values().stream().anyMatch(operation -> operation.thread() == thread);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public String describe() {
    return what;
  }

  /** Returns all operations that have arrived, as they are known by now, in order of arrival. */
  public List<DiskEvent> arrivals() {
    List<Long> numbers;
    lock.lock();
    try {
      numbers = List.copyOf(arrivals);
    } finally {
      lock.unlock();
    }
    return numbers.stream().map(log::event).toList();
  }

  /** Lets {@code n} operations on: those that wait, by order of arrival, then the next to come. */
  public void let(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("n must not be negative: " + n);
    }
    lock.lock();
    try {
      int left = n;
      while (left > 0 && !waiting.isEmpty()) {
        Pause first = waiting.keySet().iterator().next();
        waiting.remove(first);
        first.end();
        left--;
      }
      passes += left;
    } finally {
      lock.unlock();
    }
  }

  /** Lets all operations on, those to come as well. */
  public void open() {
    lock.lock();
    try {
      open = true;
      waiting.keySet().forEach(Pause::end);
      waiting.clear();
    } finally {
      lock.unlock();
    }
  }

  /** Opens the gate. */
  @Override
  public void close() {
    open();
  }

  /** Stands at the gate until let on; returns early when the operation is cut off. */
  void pass(Operation operation) {
    Pause pause = new Pause();
    if (mayGoOn(operation, pause)) {
      return;
    }
    try {
      operation.pause(pause);
    } finally {
      lock.lock();
      try {
        waiting.remove(pause);
      } finally {
        lock.unlock();
      }
    }
  }

  private boolean mayGoOn(Operation operation, Pause pause) {
    lock.lock();
    try {
      arrivals.add(operation.number());
      arrival.signalAll();
      if (open) {
        return true;
      }
      if (passes > 0) {
        passes--;
        return true;
      }
      waiting.put(pause, operation);
      maxWaiting = Math.max(maxWaiting, waiting.size());
      return false;
    } finally {
      lock.unlock();
    }
  }

  private Teaching tooFew(int expected, int came) {
    return Teaching.saw(
            "The test waited %d seconds at the gate for %s: %d of %d came."
                .formatted(PATIENCE_SECONDS, what, came, expected))
        .means(
            came == 0
                ? "Nobody asked the disk for it."
                : "The others never reached the disk, or not while these were held there.")
        .todo(
            "Follow your code from the call to the disk: where does it stop, and whom does it wait"
                + " for?")
        .evidence("On the disk", timeline());
  }

  private String timeline() {
    return Timeline.of(log.directory(), log.snapshot());
  }
}
