package workshop.runner.timeline;

import java.time.Duration;
import java.util.Locale;
import workshop.testkit.timeline.Activity;
import workshop.testkit.timeline.Lane;
import workshop.testkit.timeline.Timeline;

/** Puts the times and shares of a timeline into words. */
final class Shares {

  private Shares() {}

  /** Returns what a thread does, for a legend. */
  static String name(Activity activity) {
    return switch (activity) {
      case FREE -> "free";
      case CALL -> "in the call";
      case RUNNING -> "running";
      case WAITING -> "waiting";
      case FILE_OPERATION -> "in a file operation";
    };
  }

  static String percent(double share) {
    return Math.round(100 * share) + "%";
  }

  /** Returns a length as people read it, such as {@code 7.5 ms} or {@code 1.20 s}. */
  static String time(long nanos) {
    double millis = nanos / 1e6;
    if (millis < 100) {
      return String.format(Locale.ROOT, "%.1f ms", millis);
    }
    return millis < 1000
        ? Math.round(millis) + " ms"
        : String.format(Locale.ROOT, "%.2f s", Duration.ofNanos(nanos).toMillis() / 1e3);
  }

  /** Returns one sentence about the caller, or an empty string if no call was recorded. */
  static String caller(Timeline timeline) {
    return timeline
        .caller()
        .map(lane ->
            "The caller was free %s of the time%s."
                .formatted(percent(timeline.callerFreeShare()), inFileOperations(timeline, lane)))
        .orElse("");
  }

  private static String inFileOperations(Timeline timeline, Lane lane) {
    double inside = (double) lane.nanos(Activity.FILE_OPERATION) / Math.max(1, timeline.nanos());
    return inside < 0.005 ? "" : " and in file operations for " + percent(inside);
  }
}
