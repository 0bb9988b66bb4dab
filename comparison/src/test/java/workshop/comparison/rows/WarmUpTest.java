package workshop.comparison.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarmUpTest {

  @Test
  void it_ends_when_two_windows_in_a_row_agree() throws Exception {
    Iterator<Double> windows = List.of(100.0, 200.0, 300.0, 329.0, 330.0).iterator();

    assertThat(WarmUp.run(10, windows::next)).isTrue();
    assertThat(windows.next()).as("the first window that was not run").isEqualTo(330);
  }

  @Test
  void slower_by_much_is_no_agreement() throws Exception {
    Iterator<Double> windows = List.of(300.0, 200.0, 190.0, 400.0).iterator();

    assertThat(WarmUp.run(10, windows::next)).isTrue();
    assertThat(windows.next()).isEqualTo(400);
  }

  @Test
  void what_never_agrees_comes_to_an_end_and_is_told() throws Exception {
    Iterator<Double> windows = List.of(100.0, 200.0, 300.0, 400.0, 400.0).iterator();

    assertThat(WarmUp.run(4, windows::next)).isFalse();
    assertThat(windows).as("windows that were not run").hasNext();
  }
}
