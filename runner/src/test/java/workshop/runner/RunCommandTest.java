package workshop.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import workshop.runner.FixtureCourse.CommandResult;

/** What {@code ./workshop run} says, and how it exits. */
@Execution(ExecutionMode.CONCURRENT)
class RunCommandTest {

  private FixtureCourse course;

  @BeforeEach
  void set_up(@TempDir Path folder) {
    course = FixtureCourse.in(folder);
  }

  @Test
  void a_starter_is_not_started_and_exits_with_1() {
    CommandResult result = course.run("run", "01-1", "--json");

    JsonObject json = JsonParser.parseString(result.out()).getAsJsonObject();
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(json.get("state").getAsString()).isEqualTo("not-started");
  }

  @Test
  void an_exercise_not_started_is_shown_with_everything_a_learner_needs() {
    assertThat(course.run("run", "01-1").out())
        .contains("not started", "01-1 The Adder at work  5 min", "Make Adder work.")
        .contains("01-kitchen/src/main/java/workshop/kitchen/Adder.java")
        .contains("./workshop run 01-1", "./workshop hint 01-1")
        .doesNotContain("A nudge.", "exercises/01-1.md");
  }

  @Test
  void a_starter_saved_with_other_line_ends_is_not_started() {
    String starter = course.read(course.exercise("01-1").starter());
    course.write(course.exercise("01-1").file(), starter.replace("\n", "\r\n"));

    assertThat(course.run("run", "01-1").out()).contains("not started");
  }

  @Test
  void a_byte_order_mark_or_another_broken_exercise_does_not_change_the_verdict() {
    course.write(course.exercise("01-2").file(), "this is no Java");
    course.solve("01-1");
    String file = course.exercise("01-1").file();
    course.write(file, "\ufeff" + course.read(file));

    assertThat(course.run("run", "01-1").out()).contains("passed, 2 tests");
  }

  @Test
  void the_unedited_warm_up_runs_and_passes() {
    CommandResult result = course.run("run");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).contains("✓ 01-0", "passed, 1 test", "Why this way.", "Next: 01-1");
  }

  @Test
  void a_wrong_answer_fails_with_the_first_message_on_top_and_exits_with_1() {
    course.solve("01-1", "return a - b;");

    CommandResult result = course.run("run", "01-1");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).contains("2 of 2 tests failed", "hint 01-1", "run 01-1", "5 min");
    assertThat(result.out())
        .containsSubsequence(
            "✗ 01-1",
            "✗ does it",
            "[2 + 3]",
            "The other tests",
            "✗ it adds what is negative",
            "Adder.java",
            "Make Adder work.");
  }

  @Test
  void a_verdict_as_json_has_the_name_status_and_message_of_every_test() {
    course.solve("01-1", "return a > 0 && b > 0 ? a + b : 0;");

    CommandResult result = course.run("run", "01-1", "--json");

    JsonObject json = JsonParser.parseString(result.out()).getAsJsonObject();
    JsonObject passed = json.getAsJsonArray("tests").get(0).getAsJsonObject();
    JsonObject failed = json.getAsJsonArray("tests").get(1).getAsJsonObject();
    assertThat(json.get("state").getAsString()).isEqualTo("failed");
    assertThat(json.get("millis").getAsLong()).isPositive();
    assertThat(passed.get("status").getAsString()).isEqualTo("passed");
    assertThat(passed.get("message").isJsonNull()).isTrue();
    assertThat(failed.get("status").getAsString()).isEqualTo("failed");
    assertThat(failed.get("name").getAsString()).isEqualTo("it adds what is negative");
    assertThat(failed.get("message").getAsString()).contains("-1");
  }

  @Test
  void a_compiler_error_is_shown_with_its_line_and_a_caret() {
    course.solve("01-1", "return a ++ b;");

    CommandResult result = course.run("run", "01-1");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .contains("does not compile", "Adder.java:6", "    return a ++ b;\n                ^");
  }

  @Test
  void the_caret_is_in_the_right_column_of_a_line_with_tabs() {
    course.solve("01-1", "\n\t\treturn a\t++ b;");

    assertThat(course.run("run", "01-1").out()).contains("    return a ++ b;\n                ^");
  }

  @Test
  void a_file_without_the_expected_class_is_reported_in_plain_words() {
    String file = course.exercise("01-1").file();
    course.write(file, "");
    assertThat(course.run("run", "01-1").out())
        .contains("There is no code in this file. ./workshop reset 01-1")
        .doesNotContain("cannot find symbol", "AdderTest.java");

    course.solve("01-1");
    course.write(file, course.read(file).replace("package workshop.kitchen;", ""));
    assertThat(course.run("run", "01-1").out())
        .contains("must begin with the line \"package workshop.kitchen;\"")
        .doesNotContain("AdderTest.java");

    course.solve("01-1");
    course.write(file, course.read(file).replace("class Adder", "class Summer"));
    assertThat(course.run("run", "01-1").out())
        .contains("The class is called Summer. The tests look for Adder.")
        .doesNotContain("AdderTest.java");
  }

  @Test
  void a_compiler_error_as_json_has_a_line_and_a_column() {
    course.solve("01-1", "return a ++ b;");

    CommandResult result = course.run("run", "01-1", "--json");

    JsonObject json = JsonParser.parseString(result.out()).getAsJsonObject();
    JsonObject problem = json.getAsJsonArray("problems").get(0).getAsJsonObject();
    assertThat(json.get("state").getAsString()).isEqualTo("compile-error");
    assertThat(problem.get("line").getAsInt()).isEqualTo(6);
    assertThat(problem.get("column").getAsInt()).isPositive();
  }

  @Test
  void a_changed_signature_is_reported_once_and_in_plain_words() {
    String starter = course.read(course.exercise("01-1").starter());
    course.write(course.exercise("01-1").file(), starter.replace("int add(", "int plus("));

    CommandResult result = course.run("run", "01-1");

    assertThat(result.out())
        .contains("the tests can no longer use it", "01-kitchen/starters/Adder.java")
        .containsOnlyOnce("cannot find symbol");
  }

  @Test
  void a_missing_file_is_reported_with_a_remedy() throws IOException {
    Files.delete(course.root().resolve(course.exercise("01-1").file()));

    CommandResult result = course.run("run", "01-1");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("Adder.java is missing", "./workshop reset 01-1");
  }

  @Test
  void an_unknown_id_suggests_only_similar_ids() {
    CommandResult result = course.run("run", "01-7");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .contains("There is no exercise \"01-7\"", "This module has 01-0 to 01-2.")
        .contains("./workshop list shows all exercises.");
    assertThat(course.run("run", "01-1x").err()).contains("Did you mean 01-1?");
    for (String far : List.of("99-9", "Adder", "next")) {
      assertThat(course.run("run", far).err())
          .contains("There is no exercise", "./workshop list shows all exercises.")
          .doesNotContain("Did you mean", "This module");
    }
  }

  @Test
  void a_class_name_a_file_name_or_a_partial_id_leads_to_a_suggestion() {
    String file = course.exercise("01-1").file();
    for (String typed : List.of("Adder", "Adder.java", file)) {
      assertThat(course.run("run", typed).err()).contains("Adder is 01-1.");
    }
    for (String typed : List.of("99", "99-1")) {
      assertThat(course.run("run", typed).err()).contains("The modules are 01, 02.");
    }
    assertThat(course.run("run", "01-9").err()).contains("This module has 01-0 to 01-2.");
  }

  @Test
  void a_folder_in_place_of_the_progress_file_is_named() throws IOException {
    Path progress = course.checkout().own().resolve("progress");
    Files.createDirectories(progress.resolve("in the way"));

    assertThat(course.run("list").err())
        .contains("There is a folder where a file should be: " + progress);
  }

  @Test
  void hint_and_run_work_even_if_progress_cannot_be_saved() throws IOException {
    course.solve("01-1");
    Files.createDirectories(course.checkout().own().resolve("progress.lock"));

    CommandResult hint = course.run("hint", "01-1");
    CommandResult run = course.run("run", "01-1");

    assertThat(hint.exitCode()).isZero();
    assertThat(hint.out()).contains("A nudge.");
    assertThat(hint.err()).contains("could not be saved", "progress.lock");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("passed, 2 tests");
    assertThat(run.err()).contains("could not be saved");
  }

  @Test
  void a_folder_in_place_of_the_exercise_file_is_named() throws IOException {
    Path file = course.checkout().path(course.exercise("01-1").file());
    Files.delete(file);
    Files.createDirectory(file);

    CommandResult result = course.run("run", "01-1");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("There is a folder where a file should be: " + file);
  }

  @Test
  void the_start_resumes_at_a_solved_exercise_that_was_edited_since() {
    course.passed("01-0");
    course.solve("01-1");
    course.run("goto", "01-1");
    course.passed("01-1");
    assertThat(course.run().out()).contains("Your next exercise:\n01-2");
    course.solve("01-1", "return a - b;");

    assertThat(course.run().out()).contains("Your next exercise:\n01-1");
  }
}
