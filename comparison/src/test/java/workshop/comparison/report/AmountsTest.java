package workshop.comparison.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AmountsTest {

  @Test
  void a_number_has_three_significant_digits() {
    assertThat(Amounts.number(12345.6)).isEqualTo("12,300");
    assertThat(Amounts.number(999.6)).isEqualTo("1,000");
    assertThat(Amounts.number(99.96)).isEqualTo("100");
    assertThat(Amounts.number(88)).isEqualTo("88.0");
    assertThat(Amounts.number(1.2)).isEqualTo("1.20");
    assertThat(Amounts.number(0.012345)).isEqualTo("0.0123");
    assertThat(Amounts.number(0.0000012345)).isEqualTo("0.00000123");
    assertThat(Amounts.number(-5)).isEqualTo("-5.00");
    assertThat(Amounts.number(0)).isEqualTo("0");
  }

  @Test
  void what_is_no_number_says_so() {
    assertThat(Amounts.number(Double.NaN)).isEqualTo("not a number");
    assertThat(Amounts.ratio(Double.POSITIVE_INFINITY)).isEqualTo("infinite");
    assertThat(Amounts.ratio(0)).isEqualTo("0");
  }

  @Test
  void a_ratio_is_readable_on_both_sides_of_one() {
    assertThat(Amounts.ratio(2.414)).isEqualTo("2.41 ×");
    assertThat(Amounts.ratio(0.333)).isEqualTo("0.333 ×");
    assertThat(Amounts.ratio(0.0014)).isEqualTo("1/714");
    assertThat(Amounts.ratio(1 / 12345.6)).isEqualTo("1/12,300");
    assertThat(Amounts.ratio(1 / 63.9)).isEqualTo("1/64");
    assertThat(Amounts.wanted(1)).isEqualTo("1 ×");
    assertThat(Amounts.wanted(1.25)).isEqualTo("1.25 ×");
    assertThat(Amounts.wanted(0.02)).isEqualTo("1/50");
  }

  @Test
  void a_duration_is_told_in_the_units_of_its_size() {
    assertThat(Amounts.duration(Duration.ofMillis(340))).isEqualTo("340 ms");
    assertThat(Amounts.duration(Duration.ofMillis(12_345))).isEqualTo("12 s");
    assertThat(Amounts.duration(Duration.ofSeconds(131))).isEqualTo("2 min 11 s");
    assertThat(Amounts.duration(Duration.ofMinutes(62))).isEqualTo("1 h 2 min");
  }
}
