package workshop.comparison.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AmountsTest {

  @Test
  void a_ratio_says_that_it_is_one() {
    assertThat(Amounts.ratio(2.414)).isEqualTo("2.4 ×");
    assertThat(Amounts.ratio(0.0014)).isEqualTo("1/710");
    assertThat(Amounts.ratio(0)).isEqualTo("0");
    assertThat(Amounts.ratio(Double.NaN)).isEqualTo("not a number");
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
