package workshop.runner.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import workshop.testkit.exercise.State;

class ProgressTest {

  private static final ExerciseId FIRST = new ExerciseId(1, 1);
  private static final ExerciseId SECOND = new ExerciseId(1, 2);

  @Test
  void progress_survives_a_round_trip() {
    Progress progress =
        Progress.NONE
            .after(FIRST, State.PASSED, "abc")
            .with(SECOND, new Progress.Mark(State.COMPILE_ERROR, "def", true))
            .withHints(SECOND, 2)
            .withCurrent(SECOND);

    Progress again = Progress.parse(progress.format());

    assertThat(again.mark(FIRST)).contains(new Progress.Mark(State.PASSED, "abc", false));
    assertThat(again.mark(SECOND)).contains(new Progress.Mark(State.COMPILE_ERROR, "def", true));
    assertThat(again.hints(SECOND)).isEqualTo(2);
    assertThat(again.hints(FIRST)).isZero();
    assertThat(again.current()).contains(SECOND);
    assertThat(again.format()).isEqualTo(progress.format());
  }

  @Test
  void progress_has_one_line_per_exercise_in_order() {
    String text =
        Progress.NONE
            .after(SECOND, State.FAILED, "def")
            .after(FIRST, State.PASSED, "abc")
            .withHints(SECOND, 1)
            .format();

    assertThat(text.lines().skip(1)).containsExactly("01-1 passed abc", "01-2 failed def hints=1");
  }

  @Test
  void lines_that_cannot_be_parsed_are_skipped() {
    Progress progress =
        Progress.parse(
            "garbage\n\n99\n01-1 sovled abc\n01-1 passed\ncurrent never\n01-2 failed x\n");

    assertThat(progress.mark(FIRST)).isEmpty();
    assertThat(progress.mark(SECOND)).contains(new Progress.Mark(State.FAILED, "x", false));
    assertThat(progress.current()).isEmpty();
  }

  @Test
  void a_filled_in_exercise_stays_filled_in_until_its_file_changes() {
    Progress filled = Progress.NONE.with(FIRST, new Progress.Mark(State.PASSED, "abc", true));

    assertThat(filled.after(FIRST, State.PASSED, "abc").mark(FIRST).map(Progress.Mark::filled))
        .contains(true);
    assertThat(filled.after(FIRST, State.PASSED, "own").mark(FIRST).map(Progress.Mark::filled))
        .contains(false);
  }

  @Test
  void a_reset_forgets_the_verdict_and_the_hints() {
    Progress progress =
        Progress.NONE.after(FIRST, State.FAILED, "abc").withHints(FIRST, 3).without(FIRST);

    assertThat(progress.mark(FIRST)).isEqualTo(Optional.empty());
    assertThat(progress.hints(FIRST)).isZero();
  }
}
