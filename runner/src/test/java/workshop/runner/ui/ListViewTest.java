package workshop.runner.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.runner.FixtureCourse;
import workshop.runner.course.ExerciseStatus;
import workshop.testkit.exercise.State;

class ListViewTest {

  @Test
  void exercises_are_grouped_by_module_and_the_current_one_is_marked(@TempDir Path folder) {
    FixtureCourse course = FixtureCourse.in(folder);
    List<ExerciseStatus> standings =
        List.of(
            new ExerciseStatus(course.exercise("01-1"), State.PASSED, true, false),
            new ExerciseStatus(course.exercise("01-2"), State.TIMED_OUT, false, false),
            new ExerciseStatus(course.exercise("02-1"), State.PASSED, false, true));

    List<Line> lines = ListView.lines(standings, course.exercise("01-2"), 100);

    assertThat(lines.stream().map(Line::text).map(text -> text.replaceAll(" {2,}", "  ")))
        .containsExactly(
            "01-kitchen",
            "  ✓ 01-1  The Adder at work  5 min  passed, edited",
            "→ ✗ 01-2  The Doubler at work  5 min  timed-out",
            "",
            "02-cellar",
            "  ✓ 02-1  The Greeter at work  5 min  passed, filled in");
  }

  @Test
  void the_bar_is_full_only_when_all_is_solved(@TempDir Path folder) {
    FixtureCourse course = FixtureCourse.in(folder);
    ExerciseStatus solved = new ExerciseStatus(course.exercise("01-1"), State.PASSED, false, false);
    ExerciseStatus open = new ExerciseStatus(course.exercise("01-2"), State.FAILED, false, false);

    assertThat(ListView.progress(List.of(solved, open), 80).text()).contains("░", "1 of 2 solved");
    assertThat(ListView.progress(List.of(solved, solved), 80).text())
        .contains("█", "2 of 2 solved")
        .doesNotContain("░");
  }
}
