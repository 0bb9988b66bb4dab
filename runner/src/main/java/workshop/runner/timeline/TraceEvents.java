package workshop.runner.timeline;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import workshop.testkit.timeline.Interval;
import workshop.testkit.timeline.Lane;
import workshop.testkit.timeline.Timeline;

/**
 * Writes a timeline in the Trace Event Format, which Perfetto and Chrome's about:tracing open.
 * Times are in microseconds, as the format asks for.
 */
public final class TraceEvents {

  private static final int PROCESS = 1;

  private TraceEvents() {}

  /** Returns the trace as a JSON object. */
  public static String json(Timeline timeline, String title) {
    JsonArray events = new JsonArray();
    events.add(metadata("process_name", 0, title));
    int thread = 0;
    for (Lane lane : timeline.lanes()) {
      thread++;
      events.add(metadata("thread_name", thread, lane.name()));
      for (Interval interval : lane.intervals()) {
        events.add(complete(interval, thread));
      }
      for (long tick : lane.ticks()) {
        events.add(instant(tick, thread));
      }
    }
    JsonObject trace = new JsonObject();
    trace.add("traceEvents", events);
    trace.addProperty("displayTimeUnit", "ms");
    return trace.toString();
  }

  private static JsonObject metadata(String what, int thread, String name) {
    JsonObject event = event(what, "M", thread, 0);
    JsonObject args = new JsonObject();
    args.addProperty("name", name);
    event.add("args", args);
    return event;
  }

  private static JsonObject complete(Interval interval, int thread) {
    String activity = Shares.name(interval.activity());
    String name = interval.label().isEmpty() ? activity : interval.label();
    JsonObject event = event(name, "X", thread, interval.from());
    event.addProperty("cat", activity);
    event.addProperty("dur", interval.nanos() / 1e3);
    return event;
  }

  private static JsonObject instant(long nanos, int thread) {
    JsonObject event = event("heartbeat", "i", thread, nanos);
    event.addProperty("s", "t");
    return event;
  }

  private static JsonObject event(String name, String phase, int thread, long nanos) {
    JsonObject event = new JsonObject();
    event.addProperty("name", name);
    event.addProperty("ph", phase);
    event.addProperty("pid", PROCESS);
    event.addProperty("tid", thread);
    event.addProperty("ts", nanos / 1e3);
    return event;
  }
}
