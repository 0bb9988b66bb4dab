package workshop.testkit.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import workshop.disk.DiskEvent;
import workshop.testkit.thread.CallLog;
import workshop.testkit.thread.Heartbeat;

/**
 * Builds lanes from recorded calls, operations and samples. Takes times of {@link System#nanoTime}.
 */
final class TimelineBuilder {

  /** The id of the lane for virtual threads; no thread has it. */
  private static final long VIRTUAL = -1;

  private final long start;
  private final long end;
  private final long test;

  /** The most intervals of a lane; later ones are not drawn. */
  private static final int PIECES = 5_000;

  private final Map<Long, LaneBuilder> lanes = new LinkedHashMap<>();
  private final Set<Long> virtualThreads = new HashSet<>();

  /**
   * {@code test} is the id of the test's thread, which belongs to the run only inside its calls.
   */
  TimelineBuilder(long start, long end, long test) {
    this.start = start;
    this.end = end;
    this.test = test;
  }

  /** Adds a sample. All calls must have been added before. */
  void add(ThreadSampler.Sample sample) {
    if (sample.thread().id() == test) {
      addInsideCalls(sample);
      return;
    }
    LaneBuilder lane = lane(sample.thread().id(), sample.thread().name());
    lane.add(sample.activity(), sample.from(), sample.to(), sample.label());
    // A thread that never enters the learner's code does not belong to the run.
    lane.isShown |= sample.thread().line().isPresent();
  }

  private void addInsideCalls(ThreadSampler.Sample sample) {
    LaneBuilder lane = lanes.get(test);
    if (lane == null) {
      return;
    }
    for (Interval call : List.copyOf(lane.calls)) {
      long from = Math.max(sample.from(), call.from() + start);
      long to = Math.min(sample.to(), call.to() + start);
      if (from < to) {
        lane.add(sample.activity(), from, to, sample.label());
      }
    }
  }

  void addCall(CallLog.Entry call) {
    LaneBuilder lane =
        lane(call.threadId(), call.threadId() == test ? "caller" : call.threadName());
    lane.calls.add(
        new Interval(
            Activity.CALL, call.startNanos() - start, call.endNanos() - start, call.what()));
    lane.isCaller = true;
    lane.isShown = true;
    lane.add(Activity.CALL, call.startNanos(), call.endNanos(), call.what());
  }

  void addOperation(DiskEvent event) {
    if (event.hasEnded() && event.endNanos() < start) {
      return;
    }
    boolean virtual = event.thread().virtual();
    if (virtual) {
      virtualThreads.add(event.thread().id());
    }
    LaneBuilder lane = lane(virtual ? VIRTUAL : event.thread().id(), event.thread().toString());
    lane.isShown = true;
    lane.add(
        Activity.FILE_OPERATION,
        event.startNanos(),
        event.hasEnded() ? event.endNanos() : end,
        event.op() + " " + event.file().getFileName());
  }

  void addTick(Heartbeat.Tick tick) {
    LaneBuilder lane = lane(tick.threadId(), tick.threadName());
    lane.isShown = true;
    lane.ticks.add(tick.nanos() - start);
  }

  Timeline build() {
    List<Lane> shown =
        lanes.entrySet().stream()
            .filter(lane -> lane.getValue().isShown)
            .map(lane -> finished(lane.getKey(), lane.getValue()))
            .sorted(
                Comparator.comparing(Lane::kind).thenComparingLong(TimelineBuilder::firstActivity))
            .toList();
    return new Timeline(end - start, shown);
  }

  private Lane finished(long id, LaneBuilder lane) {
    if (id == VIRTUAL) {
      int count = virtualThreads.size();
      String name = count == 1 ? "1 virtual thread" : count + " virtual threads";
      return new Lane(Lane.Kind.VIRTUAL, name, count, lane.merged(), lane.ticks);
    }
    if (!lane.isCaller) {
      return new Lane(Lane.Kind.WORKER, lane.name, 1, lane.merged(), lane.ticks);
    }
    lane.pieces.add(new Interval(Activity.FREE, 0, end - start, ""));
    return new Lane(Lane.Kind.CALLER, lane.name, 1, lane.merged(), lane.ticks);
  }

  private static long firstActivity(Lane lane) {
    return lane.intervals().stream()
        .filter(interval -> interval.activity() != Activity.FREE)
        .mapToLong(Interval::from)
        .findFirst()
        .orElse(Long.MAX_VALUE);
  }

  private LaneBuilder lane(long thread, String name) {
    return lanes.computeIfAbsent(thread, _ -> new LaneBuilder(name));
  }

  /** A lane whose intervals may still overlap. */
  private final class LaneBuilder {

    final String name;
    final List<Interval> calls = new ArrayList<>();
    final List<Interval> pieces = new ArrayList<>();
    final List<Long> ticks = new ArrayList<>();
    boolean isCaller;
    boolean isShown;

    LaneBuilder(String name) {
      this.name = name;
    }

    /** Adds the part of an interval that is inside the timeline. */
    void add(Activity activity, long from, long to, String label) {
      long first = Math.max(from, start);
      long last = Math.min(to, end);
      if (first < last && pieces.size() < PIECES) {
        pieces.add(new Interval(activity, first - start, last - start, label));
      }
    }

    /**
     * Returns the pieces without overlaps. The activity that is declared later takes precedence.
     */
    List<Interval> merged() {
      List<Interval> coming =
          pieces.stream().sorted(Comparator.comparingLong(Interval::from)).toList();
      TreeSet<Long> borders = new TreeSet<>();
      for (Interval piece : pieces) {
        borders.add(piece.from());
        borders.add(piece.to());
      }
      PriorityQueue<Interval> open =
          new PriorityQueue<>(Comparator.comparing(Interval::activity).reversed());
      List<Interval> merged = new ArrayList<>();
      int next = 0;
      long from = 0;
      for (long to : borders) {
        while (!open.isEmpty() && open.element().to() <= from) {
          open.remove();
        }
        if (!open.isEmpty()) {
          append(merged, open.element(), from, to);
        }
        while (next < coming.size() && coming.get(next).from() <= to) {
          open.add(coming.get(next));
          next++;
        }
        from = to;
      }
      return merged;
    }

    private void append(List<Interval> merged, Interval top, long from, long to) {
      long begun = from;
      if (!merged.isEmpty() && isContinued(merged.getLast(), top, from)) {
        begun = merged.removeLast().from();
      }
      merged.add(new Interval(top.activity(), begun, to, top.label()));
    }

    private static boolean isContinued(Interval last, Interval next, long from) {
      return last.to() == from
          && last.activity() == next.activity()
          && last.label().equals(next.label());
    }
  }
}
