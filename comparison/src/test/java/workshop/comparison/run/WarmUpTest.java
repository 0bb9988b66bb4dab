package workshop.comparison.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import workshop.comparison.result.Remark;
import workshop.comparison.result.Topic;

class WarmUpTest {

  private int windows;

  private final Recorder recorder = new Recorder(_ -> {});
  private final WarmUp warmUp =
      new WarmUp(Duration.ofMillis(100), Duration.ofMillis(1200), recorder);

  /**
   * Windows of 0.1 s, each with the next of these numbers of operations. The last number repeats
   * forever.
   */
  private List<Remark> after(long... operations) throws Exception {
    windows = 0;
    warmUp.warm(
        "Vert.x",
        () -> {
          long done = operations[Math.min(windows++, operations.length - 1)];
          return new WarmUp.Window(done / 0.1, 0.1);
        });
    return recorder.measured(Topic.ONE_FILE, Duration.ZERO, true).remarks();
  }

  @Test
  void two_consecutive_windows_that_agree_end_the_warm_up() throws Exception {
    assertThat(after(100, 200, 400, 600, 620)).isEmpty();
    assertThat(windows).isEqualTo(5);
  }

  @Test
  void two_windows_that_agree_but_are_not_consecutive_do_not_end_it() throws Exception {
    after(100, 200, 100, 200, 100, 200, 200);
    assertThat(windows).isEqualTo(7);
  }

  @Test
  void a_technique_that_keeps_slowing_down_has_not_settled_either() throws Exception {
    after(800, 400, 200, 100, 50, 49);
    assertThat(windows).isEqualTo(6);
  }

  @Test
  void a_steady_pace_does_not_end_it_before_a_third_of_the_time() throws Exception {
    assertThat(after(100)).isEmpty();
    assertThat(windows).as("windows of 0.1 s in 0.4 s").isBetween(4, 5);
  }

  @Test
  void a_technique_that_is_still_speeding_up_at_the_end_is_named() throws Exception {
    List<Remark> remarks = after(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192);

    assertThat(windows).as("windows of 0.1 s in 1.2 s").isBetween(12, 13);
    assertThat(remarks).containsExactly(new Remark(Remark.Kind.NOT_SETTLED, "Vert.x", ""));
  }

  @Test
  void windows_agree_up_to_a_difference_of_a_tenth_of_the_faster_one() {
    assertThat(WarmUp.agree(90, 100)).isTrue();
    assertThat(WarmUp.agree(100, 90)).isTrue();
    assertThat(WarmUp.agree(89, 100)).isFalse();
    assertThat(WarmUp.agree(100, 89)).isFalse();
  }
}
