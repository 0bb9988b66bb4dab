package workshop.runner.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The rules are those of Google's document "Trace Event Format": what each phase requires, and that
 * times are microseconds.
 */
class TraceEventsTest {

  private static final Map<String, Set<String>> REQUIRED =
      Map.of(
          "X", Set.of("name", "cat", "ph", "ts", "dur", "pid", "tid"),
          "i", Set.of("name", "ph", "ts", "pid", "tid", "s"),
          "M", Set.of("name", "ph", "pid", "tid", "args"));

  private final JsonArray events =
      JsonParser.parseString(TraceEvents.json(Timelines.offloaded(), "03-7"))
          .getAsJsonObject()
          .getAsJsonArray("traceEvents");

  @Test
  void every_event_has_what_its_phase_requires() {
    assertThat(events).isNotEmpty();
    for (JsonElement element : events) {
      JsonObject event = element.getAsJsonObject();
      assertThat(REQUIRED).containsKey(event.get("ph").getAsString());
      assertThat(event.keySet()).containsAll(REQUIRED.get(event.get("ph").getAsString()));
    }
  }

  @Test
  void an_operation_has_its_thread_and_its_time_in_microseconds() {
    JsonObject read =
        events.asList().stream()
            .map(JsonElement::getAsJsonObject)
            .filter(event -> event.get("name").getAsString().equals("READ a.txt"))
            .findFirst()
            .orElseThrow();

    assertThat(read.get("ts").getAsDouble()).isEqualTo(1_000);
    assertThat(read.get("dur").getAsDouble()).isEqualTo(7_000);
    assertThat(threadNames()).containsExactly("caller", "pool-1");
    assertThat(read.get("tid").getAsInt()).isEqualTo(2);
  }

  private List<String> threadNames() {
    return events.asList().stream()
        .map(JsonElement::getAsJsonObject)
        .filter(event -> event.get("name").getAsString().equals("thread_name"))
        .map(event -> event.getAsJsonObject("args").get("name").getAsString())
        .toList();
  }
}
