package workshop.disk;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * Where operations wait until the test lets them on: {@code Gate gate = disk.hold(READ)}.
 *
 * <p>While an operation is held, the thread that does the I/O is blocked as by a disk that does not
 * answer; if it is a virtual thread, so is its carrier. What waits goes on in the order of arrival.
 * Safe for use by many threads.
 */
public final class Gate implements Held, AutoCloseable {

  /** How often a wait asks whether it still makes sense. */
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  private record Waiting(Operation operation, Pause pause) {}

  private final String what;
  private final Script script;
  private final EventLog log;
  private final List<Long> arrivals = new CopyOnWriteArrayList<>();
  private final GateQueue<Waiting> queue = new GateQueue<>(held -> held.pause().end());

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
    try {
      while (!queue.awaitArrivals(n, LOOK_NANOS)) {
        if (policy.isHopeless()) {
          throw missing(n, "waited until no thread could run anymore", policy);
        }
        if (System.nanoTime() - start >= limit) {
          throw missing(n, "waited " + seconds(limit), policy);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw missing(n, "the test was interrupted while it waited", policy);
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

  /** Returns how many operations wait at the gate now. */
  @Override
  public int waiting() {
    return queue.waiting().size();
  }

  /** Returns whether {@code thread} waits at the gate now. */
  @Override
  public boolean isHeldBy(Thread thread) {
    return queue.waiting().stream().anyMatch(held -> held.operation().thread() == thread);
  }

  /**
   * Returns what has been waiting longest, as in "the READ of notes.txt"; or, while nothing waits,
   * what the gate is for.
   */
  @Override
  public String describe() {
    return queue.waiting().stream()
        .findFirst()
        .map(first -> what(first.operation().request()))
        .orElse("the " + what);
  }

  private String what(Request request) {
    return "the " + request.op() + " of " + Timeline.name(log.directory(), request.file());
  }

  /** Returns all operations that have arrived, as they are known by now, in order of arrival. */
  public List<DiskEvent> arrivals() {
    return arrivals.stream().map(log::event).toList();
  }

  /** Lets {@code n} operations on: those that wait, by order of arrival, then the next to come. */
  public void let(int n) {
    queue.let(n);
  }

  /** Lets all operations on, also those still to come. */
  public void open() {
    queue.open();
  }

  /** Opens the gate. */
  @Override
  public void close() {
    open();
  }

  /** Holds {@code operation} until the gate lets it on; returns early when it is cut off. */
  void pass(Operation operation) {
    Waiting held = new Waiting(operation, new Pause());
    arrivals.add(operation.number());
    if (queue.holds(held)) {
      try {
        operation.pause(held.pause());
      } finally {
        queue.leave(held::equals);
      }
    }
  }
}
