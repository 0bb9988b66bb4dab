package workshop.runner.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import workshop.testkit.timeline.Timeline;

class TextTimelineTest {

  @Test
  void a_blocked_caller_is_never_free() {
    assertThat(TextTimeline.draw(Timelines.blocking(), 48, true))
        .containsExactly(
            "        0                                10.0 ms",
            "caller  ▒▒▒▒████████████████████████████████▒▒▒▒",
            "",
            "█ in a file operation   ▒ running",
            "The caller was free 0% of the time and in file operations for 80%.");
  }

  @Test
  void a_caller_that_offloads_the_read_is_free_while_the_pool_reads() {
    List<String> lines = TextTimeline.draw(Timelines.offloaded(), 48, true);

    assertThat(lines.get(1)).isEqualTo("caller  ▒▒▒▒····································");
    assertThat(lines.get(2)).isEqualTo("pool-1      ████████████████████████████░░░░");
    assertThat(lines).last().isEqualTo("The caller was free 90% of the time.");
  }

  @Test
  void without_unicode_every_character_is_ascii() {
    assertThat(String.join("\n", TextTimeline.draw(Timelines.offloaded(), 80, false)))
        .contains("caller  ====")
        .satisfies(
            text -> assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(text)).isTrue());
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 80, 132, 200})
  void the_bars_fit_the_width(int width) {
    for (int lanes : new int[] {2, 200}) {
      assertThat(TextTimeline.draw(Timelines.withLanes(lanes), width, true))
          .hasSize(1 + lanes + 1 + 1)
          .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
    }
  }

  @Test
  void a_run_without_events_says_so() {
    assertThat(TextTimeline.draw(new Timeline(1, List.of()), 80, true))
        .containsExactly("No activity of any thread was recorded.");
  }
}
