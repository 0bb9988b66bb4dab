package workshop.testkit.timeline;

import java.util.List;

/**
 * What one thread did, or all virtual threads together.
 *
 * @param threads how many threads the lane stands for; more than one only for virtual threads
 * @param intervals ordered by time, without overlaps; nothing is known about the gaps
 * @param ticks of heartbeats on this thread, in nanoseconds since the beginning of the timeline
 */
public record Lane(
    Kind kind, String name, int threads, List<Interval> intervals, List<Long> ticks) {

  public enum Kind {
    /** It called the learner's method: a caller or an event loop. */
    CALLER,
    /** Another platform thread. */
    WORKER,
    /** All virtual threads. */
    VIRTUAL
  }

  public Lane {
    intervals = List.copyOf(intervals);
    ticks = List.copyOf(ticks);
  }

  /** Returns how long the thread did this, in nanoseconds. */
  public long nanos(Activity activity) {
    return intervals.stream()
        .filter(interval -> interval.activity() == activity)
        .mapToLong(Interval::nanos)
        .sum();
  }
}
