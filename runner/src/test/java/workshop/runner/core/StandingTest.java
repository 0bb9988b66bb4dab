package workshop.runner.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.runner.FixtureCourse;
import workshop.testkit.exercise.State;

class StandingTest {

  private static final Source STARTER = new Source("s", true, false, false);
  private static final Source WRITTEN = new Source("w", false, false, false);
  private static final Source WARM_UP = new Source("u", true, true, false);

  private Exercise exercise;

  @BeforeEach
  void set_out(@TempDir Path folder) {
    exercise = FixtureCourse.in(folder).exercise("01-1");
  }

  @Test
  void a_starter_is_not_started_whatever_was_said_before() {
    assertThat(standing(State.PASSED, "w", STARTER))
        .isEqualTo(new Standing(exercise, State.NOT_STARTED, false, false));
  }

  @Test
  void what_was_said_counts_and_a_change_since_then_is_told() {
    assertThat(standing(State.FAILED, "w", WRITTEN))
        .isEqualTo(new Standing(exercise, State.FAILED, false, false));
    assertThat(standing(State.PASSED, "older", WRITTEN))
        .isEqualTo(new Standing(exercise, State.PASSED, true, false));
  }

  @Test
  void what_was_written_and_never_judged_is_edited() {
    assertThat(Standing.of(exercise, Optional.empty(), WRITTEN))
        .isEqualTo(new Standing(exercise, State.NOT_STARTED, true, false));
  }

  @Test
  void a_warm_up_is_not_started_until_it_was_run() {
    assertThat(Standing.of(exercise, Optional.empty(), WARM_UP).state())
        .isEqualTo(State.NOT_STARTED);
    assertThat(standing(State.PASSED, "u", WARM_UP).solved()).isTrue();
  }

  private Standing standing(State state, String digest, Source source) {
    return Standing.of(exercise, Optional.of(new Progress.Mark(state, digest, false)), source);
  }
}
