package workshop.runner.timeline;

import java.util.ArrayList;
import java.util.List;
import workshop.testkit.timeline.Activity;
import workshop.testkit.timeline.Interval;
import workshop.testkit.timeline.Lane;
import workshop.testkit.timeline.Timeline;

/** Small timelines for the tests of this package; a unit is a millisecond. */
final class Timelines {

  private static final long MILLI = 1_000_000;

  private Timelines() {}

  /** The caller reads the file itself: 1 ms in the call, 8 ms in the read, 1 ms in the call. */
  static Timeline blocking() {
    return new Timeline(
        10 * MILLI,
        List.of(
            caller(
                interval(Activity.RUNNING, 0, 1, "read()"),
                interval(Activity.FILE_OPERATION, 1, 9, "READ <a>.txt"),
                interval(Activity.RUNNING, 9, 10, "read()"))));
  }

  /** The caller hands over the read within 1 ms and is free. */
  static Timeline offloaded() {
    return new Timeline(
        10 * MILLI,
        List.of(
            caller(interval(Activity.RUNNING, 0, 1, "read()"), interval(Activity.FREE, 1, 10, "")),
            new Lane(
                Lane.Kind.WORKER,
                "pool-1",
                1,
                List.of(
                    interval(Activity.FILE_OPERATION, 1, 8, "READ a.txt"),
                    interval(Activity.WAITING, 8, 9, "waits in FutureTask.get")),
                List.of(5 * MILLI))));
  }

  static Timeline withLanes(int count) {
    List<Lane> lanes = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      lanes.add(
          new Lane(
              Lane.Kind.WORKER,
              "pool-" + i,
              1,
              List.of(interval(Activity.FILE_OPERATION, i % 5, 9, "READ a.txt")),
              List.of()));
    }
    return new Timeline(10 * MILLI, lanes);
  }

  private static Lane caller(Interval... intervals) {
    return new Lane(Lane.Kind.CALLER, "caller", 1, List.of(intervals), List.of());
  }

  private static Interval interval(Activity activity, long from, long to, String label) {
    return new Interval(activity, from * MILLI, to * MILLI, label);
  }
}
