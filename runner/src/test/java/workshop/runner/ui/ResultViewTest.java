package workshop.runner.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.runner.FixtureCourse;
import workshop.runner.course.Exercise;
import workshop.runner.judge.CompileError;
import workshop.runner.judge.ExerciseResult;
import workshop.runner.worker.Output;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.exercise.State;
import workshop.testkit.exercise.TestResult;

class ResultViewTest {

  private Exercise exercise;

  @BeforeEach
  void set_up(@TempDir Path folder) {
    exercise = FixtureCourse.in(folder).exercise("01-1");
  }

  @Test
  void the_three_parts_of_a_failure_are_aligned() {
    Diagnosis teaching =
        Diagnosis.observed(
                "the second write asked for position 0 again, 7 bytes on thread \"caller\"")
            .means("the first seven bytes were overwritten")
            .nextStep("advance the position")
            .evidence("On the disk", "  1  OPEN   notes.txt");

    assertThat(shown(failed(teaching), 62))
        .contains(
            """
              What happened  The second write asked for position 0 again,
                             7 bytes on thread "caller".
              What it means  The first seven bytes were overwritten.
              What to do     Advance the position.
            """,
            "\n  On the disk\n    1  OPEN   notes.txt\n");
  }

  @Test
  void the_link_to_the_guide_is_aligned_too_and_opens_the_page() {
    Diagnosis teaching =
        Diagnosis.observed("it waits")
            .means("it hangs")
            .nextStep("go on")
            .readOn("docs/a.md#b")
            .evidence("E", 1);

    assertThat(shown(failed(teaching), 62))
        .contains("  What to do     Go on.\n  Read on        docs/a.md#b\n");
    assertThat(ResultView.lines(exercise, failed(teaching), 62))
        .flatExtracting(Line::spans)
        .extracting(Span::link)
        .contains("docs/a.md");
  }

  @Test
  void a_todo_is_shown_as_unfinished_work_with_its_line() {
    TestResult open =
        new TestResult(
            "adds",
            TestResult.Status.FAILED,
            1,
            "java.lang.UnsupportedOperationException: TODO(01-1): do it",
            "java.lang.UnsupportedOperationException: TODO(01-1): do it\n"
                + "\tat exercise//workshop.kitchen.Adder.add(Adder.java:7)\n"
                + "\tat exercise//workshop.kitchen.AdderTest.adds(AdderTest.java:9)\n");

    assertThat(shown(judged(open), 80))
        .contains("Still to do: TODO(01-1): do it", "at Adder.java:7 in add()")
        .doesNotContain("AdderTest.java");
  }

  @Test
  void other_errors_are_shown_with_the_learners_own_frames_only() {
    TestResult broken =
        new TestResult(
            "adds",
            TestResult.Status.FAILED,
            1,
            "java.lang.IllegalStateException: no",
            "java.lang.IllegalStateException: no\n"
                + "\tat java.base/java.util.Objects.check(Objects.java:1)\n"
                + "\tat exercise//workshop.kitchen.Adder.add(Adder.java:7)\n");

    assertThat(shown(judged(broken), 80))
        .contains("java.lang.IllegalStateException: no", "at Adder.java:7")
        .doesNotContain("Objects.java");
  }

  @Test
  void the_first_failure_is_shown_in_full_and_the_others_by_name() {
    String shown =
        shown(
            judged(
                new TestResult("one", TestResult.Status.PASSED, 1, null, null),
                failure("two", "the first message"),
                failure("three", "the second message"),
                new TestResult("four", TestResult.Status.SKIPPED, 0, "needs a named pipe", null)),
            80);

    assertThat(shown)
        .contains("2 of 4 tests failed", "the first message", "✓ one", "✗ three")
        .contains("- four (needs a named pipe)")
        .containsOnlyOnce("two")
        .doesNotContain("the second message");
  }

  @Test
  void errors_in_the_learners_file_hide_the_errors_they_cause_elsewhere() {
    ExerciseResult outcome =
        new ExerciseResult.Uncompiled(
            List.of(
                new CompileError(exercise.file(), 6, 17, "\t\treturn a ++ b;", "';' expected"),
                new CompileError(exercise.suiteFile(), 20, 1, "x", "cannot find symbol")),
            5);

    assertThat(shown(outcome, 80))
        .contains("Adder.java:6", "    return a ++ b;\n                  ^", "';' expected")
        .doesNotContain("cannot find symbol");
  }

  @Test
  void the_part_of_a_long_line_around_the_caret_is_shown() {
    String source = "    int sum = " + "first + ".repeat(20) + "wrong + " + "last + ".repeat(20);
    int column = source.indexOf("wrong") + 1;
    for (int width : List.of(60, 80, 200)) {
      ExerciseResult outcome =
          new ExerciseResult.Uncompiled(
              List.of(new CompileError(exercise.file(), 6, column, source, "cannot find symbol")),
              5);
      List<String> lines = shown(outcome, width).lines().toList();
      int caret =
          lines.indexOf(lines.stream().filter(l -> l.endsWith("^")).findAny().orElseThrow());

      assertThat(lines.get(caret - 1).substring(lines.get(caret).length() - 1)).startsWith("wrong");
      assertThat(lines).allMatch(line -> line.length() <= width);
    }
  }

  @Test
  void output_is_shown_as_printed_without_control_characters() {
    ExerciseResult outcome =
        new ExerciseResult.Judged(
            State.PASSED,
            3,
            List.of(),
            new Output("red \u001b[31m\tline\n", "", 1),
            List.of(),
            Optional.empty());

    assertThat(shown(outcome, 80))
        .contains("Printed by your code: one line", "│ red ?[31m    line");
  }

  @Test
  void long_output_is_shown_with_its_beginning_and_its_end() {
    Output output = new Output("a\n".repeat(100), "z\nthe end\n", 1_000_000);
    ExerciseResult outcome =
        new ExerciseResult.Judged(State.PASSED, 3, List.of(), output, List.of(), Optional.empty());

    assertThat(shown(outcome, 80)).contains("1000000 lines", "│ a", "│ …", "│ the end");
  }

  @Test
  void notes_are_shown_below_the_verdict() {
    ExerciseResult outcome =
        new ExerciseResult.Judged(
            State.PASSED,
            3,
            List.of(),
            Output.NONE,
            List.of("A thread was left."),
            Optional.empty());

    assertThat(shown(outcome, 80)).contains("! A thread was left.");
  }

  @Test
  void nothing_is_wider_than_the_screen() {
    Diagnosis teaching =
        Diagnosis.observed("something " + "long ".repeat(40) + "x".repeat(200))
            .means("much " + "more ".repeat(40))
            .nextStep("less")
            .evidence("On the disk", "  " + "wide ".repeat(60));
    for (int width = 20; width <= 200; width++) {
      int limit = width;
      assertThat(ResultView.lines(exercise, failed(teaching), width))
          .allSatisfy(line -> assertThat(line.width()).isLessThanOrEqualTo(Math.max(limit, 27)));
    }
  }

  private static ExerciseResult failed(Diagnosis teaching) {
    return judged(
        new TestResult(
            "adds",
            TestResult.Status.FAILED,
            1,
            String.valueOf(teaching.getMessage()),
            "",
            teaching.report()));
  }

  private static TestResult failure(String name, String message) {
    return new TestResult(name, TestResult.Status.FAILED, 1, message, "");
  }

  private static ExerciseResult judged(TestResult... tests) {
    return new ExerciseResult.Judged(
        State.FAILED, 84, List.of(tests), Output.NONE, List.of(), Optional.empty());
  }

  private String shown(ExerciseResult outcome, int width) {
    return ResultView.lines(exercise, outcome, width).stream()
        .map(Line::text)
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
