package workshop.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import workshop.runner.FixtureCourse.CommandResult;
import workshop.runner.watch.WatchLock;

@Execution(ExecutionMode.CONCURRENT)
class CommandsTest {

  private FixtureCourse course;

  @BeforeEach
  void set_up(@TempDir Path folder) {
    course = FixtureCourse.in(folder);
  }

  @Test
  void without_a_terminal_the_start_shows_progress_and_the_next_step() {
    CommandResult result = course.run();

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("0 of 4 solved", "01-0 The Welcome at work  5 min", "Welcome.java")
        .contains("Make Welcome work.", "./workshop run")
        .doesNotContain("exercises/01-0.md");
  }

  @Test
  void list_shows_every_exercise_with_its_state() {
    course.solve("01-1");
    course.passed("01-1");
    course.solve("01-2", "return 0;");

    CommandResult result = course.run("list");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out().lines())
        .anyMatch(line -> line.matches("  ✓ 01-1 +The Adder at work +5 min +passed"))
        .anyMatch(line -> line.matches("  ○ 01-2 +The Doubler at work +5 min +not-started, edited"))
        .anyMatch(line -> line.matches("  ○ 02-1 +The Greeter at work +5 min +not-started"));
  }

  @Test
  void list_as_json_marks_files_that_changed_since_their_verdict() {
    course.solve("01-1");
    course.passed("01-1");
    course.solve("01-1", "return b + a;");

    JsonArray list = JsonParser.parseString(course.run("list", "--json").out()).getAsJsonArray();

    JsonObject adder = list.get(1).getAsJsonObject();
    assertThat(list).hasSize(4);
    assertThat(adder.get("id").getAsString()).isEqualTo("01-1");
    assertThat(adder.get("state").getAsString()).isEqualTo("passed");
    assertThat(adder.get("edited").getAsBoolean()).isTrue();
    assertThat(adder.get("minutes").getAsInt()).isEqualTo(5);
    assertThat(adder.get("file").getAsString())
        .isEqualTo("01-kitchen/src/main/java/workshop/kitchen/Adder.java");
    assertThat(list.get(2).getAsJsonObject().get("edited").getAsBoolean()).isFalse();
  }

  @Test
  void a_wrong_command_or_option_suggests_the_nearest_and_exits_with_2() {
    assertThat(course.run("lst").err()).contains("no command \"lst\"", "list");
    assertThat(course.run("list", "--jsn").err()).contains("no option --jsn", "--json");
    assertThat(course.run("run", "01-1", "01-2").err()).contains("one argument too many");
    assertThat(course.run("reset").err()).contains("needs the ID of an exercise");
    assertThat(course.run("hint", "--level", "9").err()).contains("from 1 to 3");
    assertThat(course.run("list", "--jsn").exitCode()).isEqualTo(2);
  }

  @Test
  void hints_come_one_after_the_other_and_the_last_one_stays() {
    assertThat(course.run("hint", "01-1").out()).contains("Hint 1 of 3", "A nudge.");
    assertThat(course.run("hint", "01-1").out()).contains("Hint 2 of 3", "The concept.");
    assertThat(course.run("hint", "01-1").out()).contains("Hint 3 of 3", "Almost the answer.");
    assertThat(course.run("hint", "01-1").out()).contains("Hint 3 of 3");
    assertThat(course.run("hint", "01-1", "--level", "1").out()).contains("Hint 1 of 3");
  }

  @Test
  void reset_restores_the_starter_and_keeps_the_draft() throws IOException {
    course.solve("01-1", "return a - b;");
    String written = course.read(course.exercise("01-1").file());
    course.passed("01-1");

    CommandResult result = course.run("reset", "01-1");

    assertThat(course.read(course.exercise("01-1").file()))
        .isEqualTo(course.read(course.exercise("01-1").starter()));
    assertThat(result.out()).contains("Your version is kept in .workshop/backups/01-1/");
    assertThat(backups()).hasSize(1).first().extracting(course::read).isEqualTo(written);
    assertThat(course.run("list").out()).doesNotContain("passed");
  }

  @Test
  void backups_are_never_overwritten() throws IOException {
    for (int i = 0; i < 3; i++) {
      course.solve("01-1", "return " + i + ";");
      course.run("reset", "01-1");
    }

    assertThat(backups()).hasSize(3);
  }

  private List<String> backups() throws IOException {
    Path folder = course.root().resolve(".workshop/backups");
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> course.root().relativize(file).toString())
          .toList();
    }
  }

  @Test
  void the_solution_and_a_diff_are_shown_only_after_solving() {
    assertThat(course.run("solution", "01-1").exitCode()).isEqualTo(1);
    assertThat(course.run("solution", "01-1").out()).doesNotContain("a + b");
    assertThat(course.run("solution", "01-1", "--spoil").out()).contains("+    return a + b;");

    course.solve("01-1", "return b + a;");
    course.passed("01-1");

    assertThat(course.run("solution", "01-1").out())
        .contains("solutions/01-kitchen", "-    return b + a;", "+    return a + b;");
  }

  @Test
  void check_judges_all_and_fails_until_all_are_solved() {
    course.solve("01-1");
    course.solve("02-1", "return name;");

    CommandResult result = course.run("check");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out())
        .containsSubsequence("✓ 01-0", "✓ 01-1", "○ 01-2", "✗ 02-1", "Hello, Ada", "2 of 4 passed");
    assertThat(course.run("list").out()).containsPattern("✓ 01-1 .*passed");
  }

  @Test
  void check_exits_with_0_when_all_are_solved_and_reports_in_catalog_order() {
    course.solve(
        "01-1",
        "java.util.concurrent.locks.LockSupport.parkNanos(1_500_000_000L); // the others overtake\n"
            + "return a + b;");
    course.solve("01-2");
    course.solve("02-1");

    CommandResult result = course.run("check");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out().lines())
        .filteredOn(line -> line.startsWith("✓"))
        .extracting(line -> line.substring(2, 6))
        .containsExactly("01-0", "01-1", "01-2", "02-1");
  }

  @Test
  void check_of_the_solutions_passes_and_reports_all_tests_to_programs() {
    CommandResult result = course.run("check", "--solutions", "--json");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out().strip().lines()).hasSize(1);
    JsonObject report = JsonParser.parseString(result.out()).getAsJsonObject();
    assertThat(report.get("total").getAsInt()).isEqualTo(4);
    assertThat(report.get("passed").getAsInt()).isEqualTo(4);
    assertThat(report.getAsJsonArray("exercises")).hasSize(4);
    JsonObject adder = report.getAsJsonArray("exercises").get(1).getAsJsonObject();
    assertThat(adder.get("id").getAsString()).isEqualTo("01-1");
    assertThat(adder.get("state").getAsString()).isEqualTo("passed");
    assertThat(adder.getAsJsonArray("tests")).hasSize(2);
  }

  @Test
  void goto_fills_in_earlier_exercises_and_keeps_the_drafts() throws IOException {
    course.solve("01-1", "return a - b;");
    String written = course.read(course.exercise("01-1").file());

    CommandResult result = course.run("goto", "02-1");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("You are now at\n02-1 The Greeter at work", "Make Greeter work.")
        .contains("3 earlier exercises now have the solution: 01-0, 01-1, 01-2.")
        .contains("Your version of 01-1 is kept in " + backups().getFirst())
        .doesNotContain("version of 01-2");
    assertThat(backups()).hasSize(1).first().extracting(course::read).isEqualTo(written);
    assertThat(course.read(course.exercise("01-2").file()))
        .isEqualTo(course.read(course.exercise("01-2").solution()));
    assertThat(course.run("list").out()).contains("passed, filled in").contains("→ ○ 02-1");
  }

  @Test
  void goto_says_that_a_running_watcher_does_not_see_the_change() throws IOException {
    try (WatchLock _ = WatchLock.take(course.checkout())) {
      assertThat(course.run("goto", "01-1").out()).contains("Quit it with q, and start it again");
    }
    assertThat(course.run("goto", "01-2").out()).doesNotContain("Quit it with q");
  }

  @Test
  void goto_does_not_touch_solved_or_later_exercises() throws IOException {
    course.passed("01-0");
    course.solve("01-1", "return b + a;");
    course.passed("01-1");
    String solved = course.read(course.exercise("01-1").file());
    course.solve("02-1", "return name;");
    String later = course.read(course.exercise("02-1").file());

    assertThat(course.run("goto", "02-1").out())
        .contains("One earlier exercise now has the solution: 01-2.");
    assertThat(course.read(course.exercise("01-1").file())).isEqualTo(solved);
    assertThat(course.read(course.exercise("02-1").file())).isEqualTo(later);
    assertThat(course.run("goto", "02-1").out()).doesNotContain("the solution:", "kept");
  }

  @Test
  void the_demo_runs_a_modules_program_in_its_own_folder() {
    CommandResult result = course.run("demo", "1");

    assertThat(result.exitCode()).isZero();
    assertThat(course.root().resolve(".workshop/demo/01-kitchen/my_async_file.txt"))
        .hasContent("x");
    assertThat(course.run("demo", "07").err()).contains("no module \"07\"", "01, 02");
  }

  @Test
  void a_demo_may_be_among_the_tests_of_the_solution() {
    String page = "02-cellar/exercises/02-1.md";
    course.write(page, course.read(page).replace("minutes: 5", "minutes: 5\ndemo: Greeting"));
    course.write(
        "solutions/02-cellar/src/test/java/workshop/cellar/Greeting.java",
        """
        package workshop.cellar;

        public class Greeting {
          public static void main(String[] args) throws Exception {
            org.assertj.core.api.Assertions.assertThat(Guest.NAME).isEqualTo("Ada");
            java.nio.file.Files.writeString(
                java.nio.file.Path.of("greeting.txt"), new Greeter().greet(Guest.NAME));
          }
        }
        """);
    course.write(
        "solutions/02-cellar/src/test/java/workshop/cellar/Guest.java",
        "package workshop.cellar;\ninterface Guest { String NAME = \"Ada\"; }");

    assertThat(course.run("demo", "02").exitCode()).isZero();
    assertThat(course.root().resolve(".workshop/demo/02-cellar/greeting.txt"))
        .hasContent("Hello, Ada");
  }

  @Test
  void the_demo_of_a_module_without_a_program_says_so() {
    CommandResult result = course.run("demo", "02");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).contains("The solutions of 02-cellar have no program WriteThenRead.");
  }

  @Test
  void a_corrupt_progress_file_only_loses_the_progress() {
    course.write(".workshop/progress", "\0\0\0garbage\n01-1 passed\nxx-yy failed 12\n");

    assertThat(course.run("list").exitCode()).isZero();
    course.solve("01-1");
    course.passed("01-1");
    assertThat(course.run("list").out()).containsPattern("✓ 01-1 .*passed");
  }

  @Test
  void help_names_every_documented_command() {
    CommandResult result = course.run("help");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("watch", "list", "run", "hint", "reset", "solution", "check", "goto", "demo")
        .contains("doctor", "--version", "Exit codes: 0");
  }

  @Test
  void every_way_to_ask_for_help_on_a_command_shows_the_same_page() {
    CommandResult result = course.run("help", "run");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out())
        .contains("./workshop run [ID] [--json]", "Exit codes", "./workshop run 01-2");
    for (List<String> typed :
        List.of(List.of("run", "--help"), List.of("run", "-h"), List.of("--help", "run"))) {
      assertThat(course.run(typed.toArray(String[]::new))).isEqualTo(result);
    }
    assertThat(course.run("help", "rum").err()).contains("no command \"rum\"", "run");
  }

  @Test
  void sentences_are_wrapped_between_words_only_on_a_narrow_terminal() {
    for (String[] typed :
        new String[][] {{"solution", "01-1"}, {"run", "01-7"}, {"goto", "02-1"}}) {
      CommandResult result = course.runOnTerminal(60, typed);
      assertThat((result.out() + result.err()).lines()).allMatch(line -> line.length() <= 60);
    }
    assertThat(course.runOnTerminal(60, "run", "01-7").err())
        .contains("./workshop list shows all\n  exercises.");
    assertThat(course.run("run", "01-7").err().lines()).hasSize(2);
  }

  @Test
  void version_prints_the_version_of_the_workshop_and_of_the_jdk() throws IOException {
    String pom = Files.readString(Path.of("").toAbsolutePath().resolveSibling("pom.xml"));
    String version = pom.split("</?version>", 3)[1];

    CommandResult result = course.run("--version");

    assertThat(result.exitCode()).isZero();
    assertThat(result.out().lines())
        .hasSize(2)
        .startsWith("workshop " + version)
        .last()
        .asString()
        .contains(Runtime.version().toString(), System.getProperty("java.home"));
    assertThat(course.run("version")).isEqualTo(result);
  }
}
