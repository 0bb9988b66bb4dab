package workshop.testkit.timeline;

import java.util.List;

/**
 * What one thread did, or all virtual threads together.
 *
 * @param name the thread's name
 * @param threads how many threads the lane stands for; more than one for virtual threads only
 * @param intervals ordered by time, without overlaps; gaps are times of which nothing is known
 * @param ticks when heartbeats ran on this thread, in nanoseconds since the timeline began
 */
public record Lane(
    Kind kind, String name, int threads, List<Interval> intervals, List<Long> ticks) {

  /** Which part a thread has in the run. */
  public enum Kind {
    /** It called the learner's method: an ordinary caller, or an event loop. */
    CALLER,
    /** It is another platform thread. */
    WORKER,
    /** It stands for all virtual threads. */
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
