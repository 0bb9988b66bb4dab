package workshop.comparison.single;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import workshop.comparison.files.OneInFlight;
import workshop.comparison.result.Axis;
import workshop.comparison.result.Contender;
import workshop.comparison.result.Figure;
import workshop.comparison.result.Line;
import workshop.comparison.result.Metric;
import workshop.comparison.result.Point;
import workshop.comparison.result.Sample;
import workshop.comparison.result.Verdict;
import workshop.comparison.result.Verdict.Judgment;

class NotFasterTest {

  private static final List<Double> BLOCKING = List.of(10.0, 11.0, 13.0);
  private static final List<Double> SLOWER = List.of(20.0, 22.0, 30.0);

  /** What follows if all others are slower than blocking, but the last technique has these runs. */
  private static Verdict with(List<Double> blocking, Double... last) {
    List<Contender> contenders = List.copyOf(OneInFlight.techniques().values());
    List<Line> lines = new ArrayList<>();
    for (Contender contender : contenders) {
      if (contender == contenders.getFirst()) {
        lines.add(line(contender, blocking));
      } else if (contender != contenders.getLast()) {
        lines.add(line(contender, SLOWER));
      } else if (last.length > 0) {
        lines.add(line(contender, Arrays.asList(last)));
      }
    }
    return NotFaster.verdict(
        List.of(
            new Figure(
                OneOperation.TIME,
                "",
                new Metric("time", "µs", false),
                new Axis(Axis.Kind.NAMES, "size"),
                lines)));
  }

  private static Line line(Contender contender, List<Double> runs) {
    return new Line(contender, List.of(new Point(OneOperation.SMALL, new Sample(runs))));
  }

  @Test
  void it_holds_if_nobody_is_faster() {
    Verdict verdict = with(BLOCKING, 12.0, 16.5, 17.0);

    assertThat(verdict.judgment()).isEqualTo(Judgment.HOLDS);
    assertThat(verdict.because())
        .isEqualTo(
            "The fastest of them, Vert.x 16.5 µs (3 runs, 12.0 to 17.0), takes 1.5 times as long"
                + " as blocking, in turn 11.0 µs (3 runs, 10.0 to 13.0).");
  }

  @Test
  void it_does_not_hold_if_all_runs_of_somebody_are_faster_than_all_of_blocking() {
    Verdict verdict = with(BLOCKING, 9.0, 8.0, 9.9);

    assertThat(verdict.judgment()).isEqualTo(Judgment.DOES_NOT_HOLD);
    assertThat(verdict.because()).contains("Vert.x 9.00 µs").contains("0.82 times");
  }

  @Test
  void a_median_that_is_faster_within_the_spread_is_too_close() {
    assertThat(with(BLOCKING, 9.0, 9.5, 10.0).judgment()).isEqualTo(Judgment.TOO_CLOSE);
  }

  @Test
  void one_run_has_no_spread_to_be_beyond() {
    assertThat(with(BLOCKING, 1.0).judgment()).isEqualTo(Judgment.TOO_CLOSE);
    assertThat(with(BLOCKING, 100.0).judgment()).isEqualTo(Judgment.TOO_CLOSE);
    assertThat(with(List.of(10.0), 5.0, 6.0).judgment()).isEqualTo(Judgment.TOO_CLOSE);
    assertThat(with(List.of(10.0), 50.0, 60.0).judgment()).isEqualTo(Judgment.TOO_CLOSE);
  }

  @Test
  void nothing_follows_while_a_technique_has_no_run() {
    assertThat(with(BLOCKING).judgment()).isEqualTo(Judgment.NOT_MEASURED);
    assertThat(NotFaster.verdict(List.of()).judgment()).isEqualTo(Judgment.NOT_MEASURED);
  }
}
