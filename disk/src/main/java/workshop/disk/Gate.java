package workshop.disk;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * Holds operations until the test releases them: {@code Gate gate = disk.hold(READ)}.
 *
 * <p>While an operation is held, the thread that does the I/O is blocked, as if the disk did not
 * answer. A virtual thread blocks its carrier as well. Operations are released in the order of
 * arrival. Safe for use by many threads.
 */
public final class Gate implements Held, AutoCloseable {

  /** How often a wait asks its policy. */
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
   * Waits until at least {@code n} operations have arrived, including those that were released.
   *
   * @throws ArrivalsError if they do not arrive within the {@linkplain WaitPolicy#limit() limit},
   *     10 seconds unless a test framework says otherwise
   */
  public void awaitArrivals(int n) {
    WaitPolicy policy = script.waitPolicy();
    long limit = policy.limit().toNanos();
    long start = System.nanoTime();
    try {
      while (!queue.awaitArrivals(n, LOOK_NANOS)) {
        if (policy.isHopeless()) {
          throw missing(n, "waited until no thread got any further", policy);
        }
        if (System.nanoTime() - start >= limit) {
          throw missing(n, "waited " + seconds(limit), policy);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw missing(n, "was interrupted while it waited", policy);
    }
  }

  private ArrivalsError missing(int expected, String waited, WaitPolicy policy) {
    Recording recording = new Recording(log.directory(), log.snapshot(), List.of());
    return new ArrivalsError(
        new ArrivalsError.Details(
            "the " + what, expected, waited, arrivals(), recording, policy.programState()));
  }

  private static String seconds(long nanos) {
    return BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString() + " s";
  }

  @Override
  public int waiting() {
    return queue.waiting().size();
  }

  @Override
  public boolean isHeldBy(Thread thread) {
    return queue.waiting().stream().anyMatch(held -> held.operation().thread() == thread);
  }

  /**
   * Returns a description of the operation that has waited longest or, while none waits, of the
   * operations that the gate holds.
   */
  @Override
  public String describe() {
    return queue.waiting().stream()
        .findFirst()
        .map(first -> what(first.operation().request()))
        .orElse("the " + what);
  }

  private String what(Request request) {
    return "the " + request.op() + " of " + EventTable.name(log.directory(), request.file());
  }

  /** Returns all operations that have arrived, in the order of arrival. */
  public List<DiskEvent> arrivals() {
    return arrivals.stream().map(log::event).toList();
  }

  /**
   * Releases {@code n} operations: those that wait, in the order of arrival, and then the next to
   * arrive.
   */
  public void let(int n) {
    queue.let(n);
  }

  /** Releases all operations, including later ones. */
  public void open() {
    queue.open();
  }

  @Override
  public void close() {
    open();
  }

  /** Holds {@code operation} until it is released or cut off. */
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
