package workshop.runner.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

  @Test
  void the_word_with_the_fewest_changes_comes_first() {
    List<String> commands = List.of("watch", "list", "run", "reset", "hint");

    assertThat(Nearest.to("lst", commands, 1)).containsExactly("list");
    assertThat(Nearest.to("rest", commands, 1)).containsExactly("reset");
    assertThat(Nearest.to("wacth", commands, 1)).containsExactly("watch");
  }

  @Test
  void words_that_differ_a_lot_are_not_suggested() {
    assertThat(Nearest.to("frobnicate", List.of("doctor", "watch"), 2)).isEmpty();
    assertThat(Nearest.to("x", List.of("doctor", "watch"), 2)).isEmpty();
  }

  @Test
  void the_distance_is_the_number_of_edits() {
    assertThat(Nearest.distance("", "")).isZero();
    assertThat(Nearest.distance("01-2", "01-2")).isZero();
    assertThat(Nearest.distance("01-2", "02-2")).isEqualTo(1);
    assertThat(Nearest.distance("", "abc")).isEqualTo(3);
    assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
  }
}
