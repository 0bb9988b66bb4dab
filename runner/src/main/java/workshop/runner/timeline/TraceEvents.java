package workshop.runner.timeline;

import com.google.gson.Gson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import workshop.testkit.timeline.Interval;
import workshop.testkit.timeline.Lane;
import workshop.testkit.timeline.Timeline;

/**
 * Writes a timeline in the Trace Event Format, which Perfetto and Chrome's about:tracing open.
 * Times are in microseconds, as the format asks for.
 */
public final class TraceEvents {

  private static final int PROCESS = 1;

  /** The object that a viewer opens, with the names of the format. */
  private record Trace(List<Event> traceEvents, String displayTimeUnit) {}

  /**
   * An event with the names of the format. Members that its phase does not have are null and left
   * out.
   */
  private record Event(
      String name,
      String ph,
      int pid,
      int tid,
      double ts,
      @Nullable String cat,
      @Nullable Double dur,
      @Nullable String s,
      @Nullable Map<String, String> args) {}

  private TraceEvents() {}

  /** Returns the trace as a JSON object. */
  public static String json(Timeline timeline, String title) {
    List<Event> events = new ArrayList<>();
    events.add(metadata("process_name", 0, title));
    int thread = 0;
    for (Lane lane : timeline.lanes()) {
      thread++;
      events.add(metadata("thread_name", thread, lane.name()));
      for (Interval interval : lane.intervals()) {
        events.add(complete(interval, thread));
      }
      for (long tick : lane.ticks()) {
        events.add(new Event("heartbeat", "i", PROCESS, thread, tick / 1e3, null, null, "t", null));
      }
    }
    return new Gson().toJson(new Trace(events, "ms"));
  }

  private static Event metadata(String what, int thread, String name) {
    return new Event(what, "M", PROCESS, thread, 0, null, null, null, Map.of("name", name));
  }

  private static Event complete(Interval interval, int thread) {
    String activity = Shares.name(interval.activity());
    String name = interval.label().isEmpty() ? activity : interval.label();
    double begin = interval.from() / 1e3;
    return new Event(
        name, "X", PROCESS, thread, begin, activity, interval.nanos() / 1e3, null, null);
  }
}
