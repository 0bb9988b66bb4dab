package workshop.runner.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.runner.FixtureCourse;
import workshop.testkit.exercise.State;

class ExerciseStatusTest {

  private static final Draft STARTER = new Draft("", "s", true, false);
  private static final Draft WRITTEN = new Draft("", "w", false, false);
  private static final Draft WARM_UP = new Draft("", "u", true, true);

  private Exercise exercise;

  @BeforeEach
  void set_up(@TempDir Path folder) {
    exercise = FixtureCourse.in(folder).exercise("01-1");
  }

  @Test
  void a_starter_counts_as_not_started_whatever_its_last_verdict() {
    assertThat(status(State.PASSED, "w", STARTER))
        .isEqualTo(new ExerciseStatus(exercise, State.NOT_STARTED, false, false));
  }

  @Test
  void the_last_verdict_counts_and_a_later_change_is_shown() {
    assertThat(status(State.FAILED, "w", WRITTEN))
        .isEqualTo(new ExerciseStatus(exercise, State.FAILED, false, false));
    assertThat(status(State.PASSED, "older", WRITTEN))
        .isEqualTo(new ExerciseStatus(exercise, State.PASSED, true, false));
  }

  @Test
  void a_draft_that_was_never_judged_counts_as_edited() {
    assertThat(ExerciseStatus.of(exercise, Optional.empty(), WRITTEN))
        .isEqualTo(new ExerciseStatus(exercise, State.NOT_STARTED, true, false));
  }

  @Test
  void the_warm_up_counts_as_not_started_until_it_has_run() {
    assertThat(ExerciseStatus.of(exercise, Optional.empty(), WARM_UP).state())
        .isEqualTo(State.NOT_STARTED);
    assertThat(status(State.PASSED, "u", WARM_UP).solved()).isTrue();
  }

  private ExerciseStatus status(State state, String digest, Draft draft) {
    return ExerciseStatus.of(exercise, Optional.of(new Progress.Mark(state, digest, false)), draft);
  }
}
