package workshop.comparison.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import workshop.comparison.result.Ratio.Is;
import workshop.comparison.result.Verdict.Judgment;

class RatioTest {

  private static Sample sample(double... values) {
    return new Sample(DoubleStream.of(values).boxed().toList());
  }

  @Test
  void rounds_are_compared_pair_by_pair_so_that_a_bad_round_disturbs_both_sides() {
    Ratio ratio = Ratio.of(sample(10, 1000, 12), sample(5, 500, 6));

    assertThat(ratio.rounds()).containsExactly(2.0, 2.0, 2.0);
    assertThat(ratio.atLeast(2)).isEqualTo(Is.YES);
  }

  @Test
  void what_was_measured_less_often_is_compared_with_all() {
    assertThat(Ratio.of(sample(10), sample(5, 2, 1)).rounds()).containsExactly(2.0, 5.0, 10.0);
  }

  @Test
  void how_often_both_were_measured_is_told() {
    assertThat(Ratio.of(sample(2, 2, 2), sample(1, 1, 1)).runs()).isEqualTo("(3 runs)");
    assertThat(Ratio.of(sample(10), sample(5, 2, 1)).runs()).isEqualTo("(1 run against 3)");
  }

  @Test
  void three_quarters_of_the_rounds_decide() {
    assertThat(Ratio.of(sample(3, 3, 3, 1), sample(1, 1, 1, 1)).atLeast(2)).isEqualTo(Is.YES);
    assertThat(Ratio.of(sample(3, 1, 1, 1), sample(1, 1, 1, 1)).atLeast(2)).isEqualTo(Is.NO);
    assertThat(Ratio.of(sample(3, 1, 1, 1), sample(1, 1, 1, 1)).atMost(2)).isEqualTo(Is.YES);
  }

  @Test
  void of_three_rounds_all_must_agree() {
    assertThat(Ratio.of(sample(3, 3, 1), sample(1, 1, 1)).atLeast(2)).isEqualTo(Is.UNCLEAR);
  }

  @Test
  void half_of_the_rounds_decide_nothing() {
    assertThat(Ratio.of(sample(3, 1), sample(1, 1)).atLeast(2)).isEqualTo(Is.UNCLEAR);
    assertThat(Ratio.of(sample(3, 1), sample(1, 1)).atMost(2)).isEqualTo(Is.UNCLEAR);
  }

  @Test
  void a_judgment_needs_every_condition_decided() {
    assertThat(Ratio.judge(List.of(Is.YES, Is.YES))).isEqualTo(Judgment.HOLDS);
    assertThat(Ratio.judge(List.of(Is.YES, Is.NO))).isEqualTo(Judgment.HOLDS_IN_PART);
    assertThat(Ratio.judge(List.of(Is.NO, Is.NO))).isEqualTo(Judgment.DOES_NOT_HOLD);
    assertThat(Ratio.judge(List.of(Is.YES, Is.UNCLEAR))).isEqualTo(Judgment.TOO_CLOSE);
    assertThat(Ratio.judge(List.of())).isEqualTo(Judgment.NOT_MEASURED);
  }

  @Test
  void a_ratio_is_told_by_its_median() {
    assertThat(Ratio.of(sample(1, 2.04, 90), sample(1, 1, 1))).hasToString("2.0");
    assertThat(Ratio.of(sample(1), sample(260))).hasToString("1/260");
  }
}
