package workshop.disk;

import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import workshop.disk.filter.Nullable;

/** The rules and gates of a disk. */
final class Script {

  private final EventLog log;
  private final OperationLimit limit;
  private final List<Line> lines = new CopyOnWriteArrayList<>();
  private final List<Gate> gates = new CopyOnWriteArrayList<>();
  private final Set<Operation> waiting = ConcurrentHashMap.newKeySet();
  private volatile boolean ended;
  private volatile Supplier<WaitPolicy> policies = () -> new WaitPolicy() {};

  Script(EventLog log) {
    this.log = log;
    this.limit = new OperationLimit(log);
  }

  EventLog log() {
    return log;
  }

  OperationLimit limit() {
    return limit;
  }

  /** Returns the policy of one wait. */
  WaitPolicy waitPolicy() {
    return policies.get();
  }

  void waitsBy(Supplier<WaitPolicy> newPolicies) {
    policies = newPolicies;
  }

  Path file(String name) {
    return log.directory().resolve(name).normalize();
  }

  String nameOf(Path file) {
    return EventTable.name(log.directory(), file);
  }

  void add(Line line) {
    lines.add(line);
  }

  void add(Gate gate) {
    gates.add(gate);
  }

  void openGates() {
    gates.forEach(Gate::open);
  }

  /** Ends all rules, and every wait that they have caused. */
  void end() {
    ended = true;
    lines.clear();
    openGates();
    waiting.forEach(Operation::cutOff);
  }

  /** Runs {@code wait}; it returns early if the script ends. */
  void during(Operation operation, Runnable wait) {
    waiting.add(operation);
    try {
      if (ended) { // end() may not have seen this operation
        operation.cutOff();
      }
      wait.run();
    } finally {
      waiting.remove(operation);
    }
  }

  /** Returns the faults of {@code request}, in the order in which they take effect. */
  List<Fault> faults(Request request) {
    return lines.stream()
        .filter(line -> line.appliesTo(request))
        .map(line -> line.fault)
        .sorted(Comparator.comparing(Fault::kind))
        .toList();
  }

  /** One complete rule. Counts the operations that it matched. */
  static final class Line {

    private final Set<Op> ops;
    private final @Nullable Path file;
    private final long first;
    private final long last;
    private final Fault fault;
    private final AtomicLong matched = new AtomicLong();

    Line(Set<Op> ops, @Nullable Path file, int from, int times, Fault fault) {
      this.ops = ops;
      this.file = file;
      this.first = from;
      this.last = from + (long) times - 1;
      this.fault = fault;
    }

    /** A transfer also counts as a read or a write, depending on its direction. */
    private boolean names(Request request) {
      return ops.contains(request.op())
          || (request.op() == Op.TRANSFER
              && ops.contains(
                  request.options().contains(StandardOpenOption.WRITE) ? Op.WRITE : Op.READ));
    }

    boolean appliesTo(Request request) {
      if (!names(request)
          || (file != null && !file.equals(request.file()) && !file.equals(request.target()))) {
        return false;
      }
      long nth = matched.incrementAndGet();
      return first <= nth && nth <= last;
    }
  }
}
