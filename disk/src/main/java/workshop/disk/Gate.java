package workshop.disk;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where operations wait until the test lets them on: {@code Gate gate = disk.hold(READ)}.
 *
 * <p>While an operation stands at the gate, the thread that does the I/O is blocked as by a disk
 * that does not answer; if it is a virtual thread, so is its carrier. What is waiting goes on in
 * the order of arrival. Safe for use by many threads.
 */
public final class Gate implements Held, AutoCloseable {

  /** How often a wait asks whether it still makes sense. */
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  private final String what;
  private final Script script;
  private final EventLog log;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrival = lock.newCondition();

  // Guarded by the lock.
  private final List<Long> arrivals = new ArrayList<>();
  private final Map<Pause, Operation> waiting = new LinkedHashMap<>();
  private int passes;
  private boolean open;

  Gate(String what, Script script) {
    this.what = what;
    this.script = script;
    this.log = script.log();
  }

  /**
   * Waits until at least {@code n} operations have arrived since the gate was made, whether or not
   * the gate has let them on.
   *
   * @throws ArrivalsError if they do not arrive within the {@linkplain WaitPolicy#limit() limit},
   *     10 seconds unless a test framework says otherwise; it lists what arrived and what the disk
   *     saw
   */
  public void awaitArrivals(int n) {
    WaitPolicy policy = script.waitPolicy();
    long limit = policy.limit().toNanos();
    long start = System.nanoTime();
    while (!haveArrived(n)) {
      if (Thread.currentThread().isInterrupted()) {
        throw missing(n, "the test was interrupted while it waited", policy);
      }
      if (policy.isHopeless()) {
        throw missing(n, "waited until no thread could run any more", policy);
      }
      if (System.nanoTime() - start >= limit) {
        throw missing(n, "waited " + seconds(limit), policy);
      }
    }
  }

  /** Waits a moment for {@code n} arrivals. */
  private boolean haveArrived(int n) {
    lock.lock();
    try {
      long left = LOOK_NANOS;
      while (arrivals.size() < n && left > 0) {
        left = arrival.awaitNanos(left);
      }
      return arrivals.size() >= n;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  private ArrivalsError missing(int expected, String waited, WaitPolicy policy) {
    String programState = policy.programState();
    Recording recording = new Recording(log.directory(), log.snapshot(), List.of());
    return new ArrivalsError("the " + what, expected, waited, arrivals(), recording, programState);
  }

  private static String seconds(long nanos) {
    return BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString() + " s";
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

  /**
   * Returns what has been waiting longest, as in "the READ of notes.txt"; or, while nothing waits,
   * what the gate is for.
   */
  @Override
  public String describe() {
    lock.lock();
    try {
      return waiting.values().stream()
          .findFirst()
          .map(first -> what(first.request()))
          .orElse("the " + what);
    } finally {
      lock.unlock();
    }
  }

  private String what(Request request) {
    return "the " + request.op() + " of " + Timeline.name(log.directory(), request.file());
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
      return false;
    } finally {
      lock.unlock();
    }
  }
}
