package workshop.testkit.timeline;

/**
 * What one thread did for a while.
 *
 * @param from nanoseconds since the timeline began
 * @param to nanoseconds since the timeline began, at least {@code from}
 * @param label what it was in detail, such as {@code WRITE a.txt}; may be empty
 */
public record Interval(Activity activity, long from, long to, String label) {

  public Interval {
    if (to < from) {
      throw new IllegalArgumentException("an interval from " + from + " must not end at " + to);
    }
  }

  /** Returns its length in nanoseconds. */
  public long nanos() {
    return to - from;
  }
}
