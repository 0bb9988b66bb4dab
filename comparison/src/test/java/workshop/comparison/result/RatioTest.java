package workshop.comparison.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RatioTest {

  private static Sample sample(Double... runs) {
    return new Sample(List.of(runs));
  }

  @Test
  void the_ratio_of_two_means_is_the_mean_of_the_ratios() {
    Ratio ratio = Ratio.of(sample(20.0, 40.0, 90.0), sample(10.0, 10.0, 30.0));

    assertThat(ratio.value())
        .isCloseTo(sample(20.0, 40.0, 90.0).mean() / sample(10.0, 10.0, 30.0).mean(), within(1e-9));
    assertThat(ratio.value()).isCloseTo(Math.cbrt(2.0 * 4 * 3), within(1e-9));
  }

  @Test
  void a_disturbance_that_slows_both_sides_does_not_widen_the_interval() {
    Ratio ratio = Ratio.of(sample(20.0, 200.0, 2.0), sample(10.0, 100.0, 1.0));

    assertThat(ratio.low()).isCloseTo(2, within(1e-9));
    assertThat(ratio.high()).isCloseTo(2, within(1e-9));
  }

  @Test
  void the_interval_is_that_of_students_t() {
    double e = Math.E;
    Ratio paired = Ratio.of(sample(e, e * e, e * e * e), sample(1.0, 1.0, 1.0));
    Ratio unpaired = Ratio.of(sample(e, e * e, e * e * e), sample(1.0, 1.0));

    double margin = 4.303 / Math.sqrt(3); // two degrees of freedom, a standard deviation of 1
    assertThat(Math.log(paired.low())).isCloseTo(2 - margin, within(1e-9));
    assertThat(Math.log(paired.high())).isCloseTo(2 + margin, within(1e-9));
    assertThat(Math.log(unpaired.high())).isCloseTo(2 + margin, within(1e-9));
  }

  @Test
  void a_single_run_has_no_interval() {
    assertThat(Ratio.of(sample(2.0), sample(1.0)).hasInterval()).isFalse();
    assertThat(Ratio.of(sample(2.0, 2.0), sample(1.0)).hasInterval()).isFalse();
  }
}
