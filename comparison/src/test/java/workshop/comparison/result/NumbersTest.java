package workshop.comparison.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NumbersTest {

  @Test
  void a_value_has_three_significant_digits() {
    assertThat(
            List.of(12345.6, 999.6, 99.96, 88.0, 1.2, 0.012345, 0.0000012345, -5.0, 0.0).stream()
                .map(Numbers::value))
        .containsExactly(
            "12,300", "1,000", "100", "88.0", "1.20", "0.0123", "0.00000123", "-5.00", "0");
  }

  @Test
  void a_ratio_has_two_significant_digits_on_both_sides_of_one() {
    assertThat(
            List.of(2.0, 0.4213, 53.4, 257.0, 12345.6, 9.96, 0.996, 0.4, 0.051).stream()
                .map(Numbers::ratio))
        .containsExactly("2.0", "0.42", "53", "260", "12,000", "10", "1.0", "0.40", "0.051");
  }

  @Test
  void a_small_ratio_is_a_fraction() {
    assertThat(List.of(0.0038, 1 / 63.9, 1 / 12345.6, 0.0499).stream().map(Numbers::ratio))
        .containsExactly("1/260", "1/64", "1/12,000", "1/20");
  }

  @Test
  void a_share_is_told_in_percent() {
    assertThat(List.of(0.0171, 0.5, 1.0).stream().map(Numbers::share))
        .containsExactly("1.7 %", "50 %", "100 %");
  }

  @Test
  void what_somebody_has_chosen_keeps_its_digits() {
    assertThat(List.of(1.0, 1.25, 0.02, 0.1, 10.0).stream().map(Numbers::chosen))
        .containsExactly("1", "1.25", "1/50", "0.1", "10");
  }

  @Test
  void what_is_no_number_says_so() {
    assertThat(Numbers.value(Double.NaN)).isEqualTo("not a number");
    assertThat(Numbers.ratio(Double.POSITIVE_INFINITY)).isEqualTo("infinite");
    assertThat(Numbers.ratio(Double.NEGATIVE_INFINITY)).isEqualTo("-infinite");
    assertThat(Numbers.ratio(0)).isEqualTo("0");
  }
}
