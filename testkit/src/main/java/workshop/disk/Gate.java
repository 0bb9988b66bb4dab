package workshop.disk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Deadline;
import workshop.testkit.thread.Held;
import workshop.testkit.thread.ThreadSnapshot;

/**
 * Where operations wait until the test lets them on: {@code Gate gate = disk.hold(READ)}.
 *
 * <p>While an operation stands at the gate, the thread that does the I/O is blocked as by a disk
 * that does not answer; if it is a virtual thread, so is its carrier. What is waiting goes on in
 * the order of arrival. Safe for use by many threads.
 */
public final class Gate implements Held, AutoCloseable {

  /** Nobody computes for so many looks in a row: a second of it means that nobody will come. */
  private static final int QUIET_LOOKS = 200;

  private static final Duration LOOK = Duration.ofMillis(5);

  private final String what;
  private final EventLog log;

  private final ReentrantLock lock = new ReentrantLock();

  // Guarded by the lock.
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
   * Waits until at least {@code n} operations have arrived since the gate was made, whether or not
   * they have been let on.
   *
   * @throws Teaching if they have not by the deadline of {@link Await}: says how many came, where
   *     the learner's threads stand, and what the disk saw
   */
  public void awaitArrivals(int n) {
    try {
      Await.until(
          n + " operations at the gate for the " + what,
          () -> arrived() >= n,
          () -> arrived() + " came");
    } catch (Diagnosis inVain) {
      throw inVain.evidence("On the disk", Timeline.of(log.directory(), log.snapshot()));
    }
  }

  /**
   * Waits until at least {@code n} operations stand at the gate at once. Nobody may be let on
   * meanwhile.
   *
   * @throws Teaching if they do not by the deadline of {@link Await}, or if no thread has anything
   *     to do any more: says how many stood there, and where the learner's threads stand
   */
  public void awaitTogether(int n) {
    if (!comeTogether(n)) {
      int most = maxWaiting();
      throw Diagnosis.observed(
              "Only %d of %d operations (%s) %s in flight at once."
                  .formatted(most, n, what, most == 1 ? "was" : "were"))
          .means(
              most <= 1
                  ? "They run one after another: none is begun before the last one has ended, and"
                      + " the disk holds it."
                  : "Some of the waiting is done in turn that could be done together.")
          .nextStep("Start all that may be in flight first, and wait for the results afterwards.")
          .evidence("Where your threads stand", ThreadSnapshot.inLearnersCode())
          .evidence("On the disk", Timeline.of(log.directory(), log.snapshot()));
    }
  }

  /** Looks again and again, and gives up when nobody could come any more. */
  private boolean comeTogether(int n) {
    Deadline deadline = Deadline.fromNow();
    int quiet = 0;
    while (waiting() < n) {
      if (deadline.hasPassed() || quiet == QUIET_LOOKS) {
        return false;
      }
      quiet = ThreadSnapshot.somebodyIsBusy() ? 0 : quiet + 1;
      new Pause().await(LOOK);
    }
    return true;
  }

  private int arrived() {
    lock.lock();
    try {
      return arrivals.size();
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
}
