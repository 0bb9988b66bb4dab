package workshop.comparison.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import workshop.comparison.result.Axis;
import workshop.comparison.result.Figure;
import workshop.comparison.result.Metric;

class TailTest {

  @Test
  void a_percentile_needs_a_sample_beyond_it() {
    assertThat(Tail.of(100)).isEqualTo(Tail.P99);
    assertThat(Tail.of(99)).isEqualTo(Tail.P90);
    assertThat(Tail.of(10)).isEqualTo(Tail.P90);
    assertThat(Tail.of(9)).isEqualTo(Tail.MAXIMUM);
    assertThat(Tail.of(1)).isEqualTo(Tail.MAXIMUM);
  }

  @Test
  void each_is_what_its_name_says() {
    Histogram hundred = new Histogram(3);
    for (int i = 1; i <= 100; i++) {
      hundred.recordValue(i);
    }

    assertThat(List.of(Tail.values()).stream().map(tail -> tail.of(hundred)))
        .containsExactly(99.0, 90.0, 100.0);
  }

  @Test
  void a_figure_is_found_whichever_of_them_it_shows() {
    Figure p90 = figure(Tail.P90.id("health"));

    assertThat(Tail.figure(List.of(figure("health"), p90), "health")).contains(p90);
    assertThat(Tail.figure(List.of(p90), "slow-health")).isEmpty();
  }

  private static Figure figure(String id) {
    Axis axis = new Axis(Axis.Kind.NAMES, "place");
    return new Figure(id, id, new Metric("time", "ms", false), axis, List.of());
  }
}
