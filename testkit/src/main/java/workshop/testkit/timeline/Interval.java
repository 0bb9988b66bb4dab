package workshop.testkit.timeline;

/**
 * What one thread did for some time. Times are nanoseconds since the beginning of the timeline.
 *
 * @param label details, such as {@code WRITE a.txt}; may be empty
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
