package workshop.comparison.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import workshop.comparison.result.Axis;
import workshop.comparison.result.Contender;
import workshop.comparison.result.Figure;
import workshop.comparison.result.Line;
import workshop.comparison.result.Metric;
import workshop.comparison.result.Point;
import workshop.comparison.result.Sample;

class PlotDataTest {

  private static final Contender ONE = new Contender("one", Contender.Kind.TECHNIQUE, "It is.");

  @Test
  void bars_are_never_logarithmic() {
    assertThat(plot(Axis.Kind.NAMES, 1, 1000).logarithmic()).isFalse();
    assertThat(plot(Axis.Kind.LOGARITHMIC, 1, 1000).logarithmic()).isTrue();
    assertThat(plot(Axis.Kind.LOGARITHMIC, 1, 10).logarithmic()).isFalse();
    assertThat(plot(Axis.Kind.LOGARITHMIC, 0, 1000).logarithmic()).isFalse();
  }

  @Test
  void a_number_whose_runs_lie_far_apart_is_marked_in_the_plot_too() {
    assertThat(textOf(10, 21)).isEqualTo("15.5 (unstable)");
    assertThat(textOf(10, 20)).isEqualTo("15.0");
  }

  @Test
  void the_caption_says_that_a_mark_without_whiskers_may_be_a_single_run() {
    Point single = new Point("1", new Sample(List.of(10.0)));
    Point several = new Point("2", new Sample(List.of(10.0, 11.0)));

    assertThat(plot(Axis.Kind.NAMES, List.of(single, several)).caption())
        .contains("; none: a single run");
    assertThat(plot(Axis.Kind.LOGARITHMIC, List.of(single, several)).caption())
        .contains("; none: a single run");
    assertThat(plot(Axis.Kind.NAMES, List.of(several)).caption()).doesNotContain("none");
  }

  @Test
  void a_panel_for_a_number_says_of_what() {
    assertThat(plot(Axis.Kind.NAMES, "64", "4 KiB").titles()).containsExactly("label 64", "4 KiB");
  }

  private static String textOf(double one, double other) {
    PlotData plot = plot(Axis.Kind.NAMES, List.of(new Point("1", new Sample(List.of(one, other)))));
    return plot.series().getFirst().marks().getFirst().text();
  }

  @Test
  void what_has_no_place_in_the_plot_is_left_to_the_table_and_the_caption_says_so() {
    PlotData plot = plot(Axis.Kind.PERCENTILES, "50", "100");

    assertThat(plot.caption()).endsWith(" Only in the table: 100.");
    assertThat(plot(Axis.Kind.PERCENTILES, "50", "99.9").caption()).doesNotContain("table");
    assertThat(plot(Axis.Kind.LOGARITHMIC, 1, Double.NaN).series().getFirst().marks()).hasSize(1);
  }

  @Test
  void places_that_are_numbers_are_in_their_order() {
    assertThat(plot(Axis.Kind.LOGARITHMIC, "64", "8", "1024").places())
        .containsExactly("8", "64", "1024");
    assertThat(plot(Axis.Kind.NAMES, "64", "8", "1024").places())
        .containsExactly("64", "8", "1024");
  }

  private static PlotData plot(Axis.Kind kind, double first, double second) {
    return plot(kind, List.of(point("1", first), point("2", second)));
  }

  private static PlotData plot(Axis.Kind kind, String... places) {
    return plot(kind, Stream.of(places).map(place -> point(place, 1)).toList());
  }

  private static PlotData plot(Axis.Kind kind, List<Point> points) {
    Figure figure =
        new Figure(
            "id",
            "title",
            new Metric("time", "s", false),
            new Axis(kind, "label"),
            List.of(new Line(ONE, points)));
    return PlotData.of(figure, new Palette(Example.results()));
  }

  private static Point point(String at, double value) {
    return new Point(at, new Sample(List.of(value)));
  }
}
