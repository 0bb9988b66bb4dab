package workshop.runner.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.runner.FixtureCourse;
import workshop.runner.course.Draft;
import workshop.runner.judge.ExerciseResult;
import workshop.runner.watch.Event;
import workshop.runner.watch.Key;
import workshop.runner.watch.SessionDriver;
import workshop.runner.worker.Output;
import workshop.testkit.diagnosis.FailureReport;
import workshop.testkit.exercise.State;

/** What the user sees, on a virtual screen. */
class WatchViewTest {

  private static final FailureReport REPORT =
      new FailureReport("The sum was 1.", "The sign was lost.", "Keep it.", null, List.of())
          .with("On the disk (last 2 operations)", "  1  OPEN   notes.txt\n  2  CLOSE  notes.txt");

  @TempDir private Path folder;

  @Test
  void an_exercise_begins_with_its_task_and_says_what_to_do() {
    SessionDriver driver = at(72, 16);
    driver.opensStarter("01-1");

    assertThat(driver.screen().lines())
        .containsExactly(
            " ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░  0 of 4 solved",
            "",
            " ○ 01-1 · The Adder at work                                       5 min",
            "   01-kitchen/src/main/java/workshop/kitchen/Adder.java",
            "",
            "  Make Adder work.",
            "",
            "  Edit the file and save it to get a verdict.",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            " h hint   l list   r run   x reset   ? more   q quit");
  }

  @Test
  void a_failure_shows_its_first_message_on_top_and_the_tests_below() {
    SessionDriver driver = at(72, 30);
    driver.opens("01-1", "a");
    driver.fails(REPORT);

    assertThat(driver.screen())
        .contains(
            " ✗ 01-1 · The Adder at work",
            "  1 of 2 tests failed, 84 ms",
            "  What happened  The sum was 1.",
            "  The other tests\n  ✓ it adds")
        .containsOnlyOnce("it adds what is negative");
  }

  @Test
  void while_a_short_run_is_under_way_the_last_verdict_stays() {
    SessionDriver driver = at(72, 30);
    driver.opens("01-1", "a");
    driver.fails(REPORT);
    driver.saves("01-1", "b");

    assertThat(driver.screen()).contains(" ● 01-1", "The sum was 1.").doesNotContain("Running");
  }

  @Test
  void a_long_run_shows_its_time_and_the_tests_that_have_ended() {
    SessionDriver driver = at(72, 30);
    driver.opens("01-1", "a");
    driver.on(new Event.TestEnded(1, SessionDriver.passed()));
    driver.on(new Event.TestEnded(1, SessionDriver.failed("no")));
    driver.on(new Event.Passed(1, 3));

    assertThat(driver.screen())
        .contains("Running, 3 s", "✓ it adds", "✗ it adds what is negative", "esc stop");
  }

  @Test
  void success_shows_the_note_and_the_next_step() {
    SessionDriver driver = at(72, 30);
    driver.opens("01-1", "a");
    driver.passes();

    assertThat(driver.screen())
        .contains("1 of 4 solved", " ✓ 01-1", "passed, 1 test", "Why this way.", " n next");
  }

  @Test
  void the_task_of_the_warm_up_stays_until_it_is_edited() {
    SessionDriver driver = at(72, 30);
    driver.opensStarter("01-0");
    driver.passes();
    assertThat(driver.screen()).contains("✓ 01-0", "Make Welcome work.\n\n  passed, 1 test");

    driver.saves("01-0", "a");
    driver.passes();
    assertThat(driver.screen()).contains("passed, 1 test").doesNotContain("Make Welcome work.");
  }

  @Test
  void a_missing_file_is_not_a_success_and_is_not_remembered() {
    SessionDriver driver = at(72, 30);
    driver.opens("01-1", "a");
    driver.passes();
    driver.on(new Event.Saved(Map.of(driver.exercise("01-1").id(), Draft.missing("")), Set.of()));
    assertThat(driver.screen()).contains(" ✗ 01-1", "The file is missing.").doesNotContain("✓ 01");

    driver.presses("x");
    assertThat(driver.screen()).contains("Restore the starter of").doesNotContain("be kept");
  }

  @Test
  void a_save_replaces_the_help_with_its_verdict() {
    SessionDriver driver = at(72, 30);
    driver.opens("01-1", "a");
    driver.fails(REPORT);
    driver.presses("?");
    assertThat(driver.screen()).doesNotContain("The sign was lost.");
    driver.saves("01-1", "b");
    driver.fails(REPORT);

    assertThat(driver.screen()).contains("The sign was lost.");
  }

  @Test
  void the_timeline_is_offered_where_there_is_one_and_names_its_test() {
    SessionDriver driver = at(72, 30);
    driver.opens("01-1", "a");
    driver.fails("no");
    assertThat(driver.screen()).doesNotContain("o operations");
    driver.saves("01-1", "b");
    driver.fails(REPORT);
    assertThat(driver.screen()).contains(" o operations");
    driver.presses("o");

    assertThat(driver.screen()).contains("✗ it adds what is negative\n\n  On the disk");
  }

  @Test
  void the_newest_hint_is_on_top() {
    SessionDriver driver = at(72, 30);
    driver.opensStarter("01-1");
    driver.presses("hh");

    String screen = driver.screen();
    assertThat(screen).contains("Hint 1 of 3", "A nudge.", "Hint 2 of 3", "The concept.");
    assertThat(screen.indexOf("Hint 2")).isLessThan(screen.indexOf("Hint 1"));
  }

  @Test
  void after_the_last_hint_no_further_hint_is_offered() {
    SessionDriver driver = at(72, 30);
    driver.opensStarter("01-1");
    driver.presses("hh");
    assertThat(driver.screen()).contains("h next hint");
    driver.presses("h");

    assertThat(driver.screen()).contains("Hint 3 of 3", "esc back").doesNotContain("next hint");
  }

  @Test
  void the_timeline_is_shown_alone_when_there_is_one() {
    SessionDriver driver = at(72, 30);
    driver.opens("01-1", "a");
    driver.fails(REPORT);
    driver.presses("o");
    assertThat(driver.screen())
        .contains("On the disk (last 2 operations)", "2  CLOSE  notes.txt")
        .doesNotContain("What happened");

    driver.saves("01-1", "b");
    driver.fails("expected 1 but was 2");
    driver.presses("o");
    assertThat(driver.screen()).contains("No disk operations were recorded");
  }

  @Test
  void the_list_shows_every_exercise_and_can_be_filtered() {
    SessionDriver driver = at(100, 30);
    driver.opensStarter("01-1");
    driver.presses("l");
    assertThat(driver.screen()).contains("→ ○ 01-1", "  ○ 02-1");

    driver.presses("dbl");
    assertThat(driver.screen()).contains("no exercise matches");
    driver.presses(Key.Kind.BACKSPACE);
    driver.presses(Key.Kind.BACKSPACE);
    driver.presses("oub");
    assertThat(driver.screen()).contains("→ ○ 01-2").doesNotContain("02-1");
  }

  @Test
  void a_long_body_scrolls_and_shows_how_much_is_left() {
    SessionDriver driver = at(72, 14);
    driver.opens("01-1", "a");
    driver.fails("line\n".repeat(60) + "the end");
    assertThat(driver.screen()).contains("more lines").doesNotContain("the end");

    for (int i = 0; i < 20; i++) {
      driver.presses(Key.Kind.PAGE_DOWN);
    }
    assertThat(driver.screen()).contains("✓ it adds").doesNotContain("more lines");

    driver.presses(Key.Kind.PAGE_UP);
    assertThat(driver.screen()).contains("the end");
  }

  @Test
  void a_learner_who_has_solved_everything_sees_the_ending() {
    SessionDriver driver = at(80, 30);
    for (String id : List.of("01-0", "01-1", "01-2", "02-1")) {
      driver.opens(id, "a");
      driver.passes();
    }
    driver.presses("n");

    assertThat(driver.screen())
        .contains("4 of 4 solved", "All 4 exercises are solved.", "What next:", "./workshop demo");
  }

  @Test
  void the_screen_is_never_larger_than_the_terminal() {
    for (int columns : List.of(20, 40, 60, 80, 200)) {
      for (int rows : List.of(5, 10, 24, 60)) {
        SessionDriver driver = at(columns, rows);
        driver.opensStarter("01-1");
        assertFits(driver, columns, rows);
        driver.saves("01-1", "a");
        driver.fails(REPORT.with("Wide", "wide ".repeat(80)));
        assertFits(driver, columns, rows);
        for (String key : List.of("h", "o", "?", "x")) {
          driver.presses(key);
          assertFits(driver, columns, rows);
          driver.presses(Key.Kind.ESCAPE);
        }
        driver.presses("l");
        assertFits(driver, columns, rows);
      }
    }
  }

  @Test
  void on_a_narrow_screen_and_on_a_wide_one_no_word_is_lost() {
    String words = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda my nu xi omega";
    for (int columns : List.of(60, 200)) {
      SessionDriver driver = at(columns, 60);
      driver.opens("01-1", "a");
      driver.fails(REPORT.with("More", "    3  WRITE  " + words));
      driver.on(new Event.Noticed("Your version is kept in .workshop/" + words));
      assertShown(driver, words, "01-kitchen/src/main/java/workshop/kitchen/Adder.java");
      assertThat(driver.screen().split("omega", -1)).hasSize(3);

      driver.presses("?");
      assertShown(driver, "also j, k, space, page up and down", "esc back", "q quit");
      assertFits(driver, columns, 60);
    }
  }

  private static void assertShown(SessionDriver driver, String... texts) {
    String words = driver.screen().replaceAll("\\s+", "");
    assertThat(texts).allSatisfy(text -> assertThat(words).contains(text.replaceAll("\\s+", "")));
  }

  private static void assertFits(SessionDriver driver, int columns, int rows) {
    List<Line> lines = driver.lines();
    assertThat(lines).hasSizeLessThanOrEqualTo(rows);
    assertThat(lines).allSatisfy(line -> assertThat(line.width()).isLessThanOrEqualTo(columns));
  }

  @Test
  void a_stopped_run_says_where_it_was() {
    SessionDriver driver = at(72, 30);
    driver.opens("01-1", "a");
    driver.done(
        new ExerciseResult.Aborted(
            State.TIMED_OUT,
            3000,
            List.of(),
            Output.NONE,
            new FailureReport("It ran on.", "m", "n", null, List.of())));

    assertThat(driver.screen()).contains("did not end, 3000 ms", "It ran on.");
  }

  private SessionDriver at(int columns, int rows) {
    return new SessionDriver(FixtureCourse.in(folder), "01-1", columns, rows);
  }
}
