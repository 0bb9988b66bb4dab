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
    SessionDriver sitter = at(72, 16);
    sitter.opensStarter("01-1");

    assertThat(sitter.screen().lines())
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
    SessionDriver sitter = at(72, 30);
    sitter.opens("01-1", "a");
    sitter.fails(REPORT);

    assertThat(sitter.screen())
        .contains(
            " ✗ 01-1 · The Adder at work",
            "  1 of 2 tests failed, 84 ms",
            "  What happened  The sum was 1.",
            "  The other tests\n  ✓ it adds")
        .containsOnlyOnce("it adds what is negative");
  }

  @Test
  void while_a_short_run_is_under_way_the_last_verdict_stays() {
    SessionDriver sitter = at(72, 30);
    sitter.opens("01-1", "a");
    sitter.fails(REPORT);
    sitter.saves("01-1", "b");

    assertThat(sitter.screen()).contains(" ● 01-1", "The sum was 1.").doesNotContain("Running");
  }

  @Test
  void a_long_run_shows_its_time_and_the_tests_that_have_ended() {
    SessionDriver sitter = at(72, 30);
    sitter.opens("01-1", "a");
    sitter.on(new Event.TestEnded(1, SessionDriver.passed()));
    sitter.on(new Event.TestEnded(1, SessionDriver.failed("no")));
    sitter.on(new Event.Passed(1, 3));

    assertThat(sitter.screen())
        .contains("Running, 3 s", "✓ it adds", "✗ it adds what is negative", "esc stop");
  }

  @Test
  void success_shows_the_note_and_the_next_step() {
    SessionDriver sitter = at(72, 30);
    sitter.opens("01-1", "a");
    sitter.passes();

    assertThat(sitter.screen())
        .contains("1 of 4 solved", " ✓ 01-1", "passed, 1 test", "Why this way.", " n next");
  }

  @Test
  void the_task_of_the_warm_up_stays_until_it_is_edited() {
    SessionDriver sitter = at(72, 30);
    sitter.opensStarter("01-0");
    sitter.passes();
    assertThat(sitter.screen()).contains("✓ 01-0", "Make Welcome work.\n\n  passed, 1 test");

    sitter.saves("01-0", "a");
    sitter.passes();
    assertThat(sitter.screen()).contains("passed, 1 test").doesNotContain("Make Welcome work.");
  }

  @Test
  void a_missing_file_is_not_a_success_and_is_not_remembered() {
    SessionDriver sitter = at(72, 30);
    sitter.opens("01-1", "a");
    sitter.passes();
    sitter.on(new Event.Saved(Map.of(sitter.exercise("01-1").id(), Draft.missing("")), Set.of()));
    assertThat(sitter.screen()).contains(" ✗ 01-1", "The file is missing.").doesNotContain("✓ 01");

    sitter.presses("x");
    assertThat(sitter.screen()).contains("Restore the starter of").doesNotContain("be kept");
  }

  @Test
  void a_save_replaces_the_help_with_its_verdict() {
    SessionDriver sitter = at(72, 30);
    sitter.opens("01-1", "a");
    sitter.fails(REPORT);
    sitter.presses("?");
    assertThat(sitter.screen()).doesNotContain("The sign was lost.");
    sitter.saves("01-1", "b");
    sitter.fails(REPORT);

    assertThat(sitter.screen()).contains("The sign was lost.");
  }

  @Test
  void the_timeline_is_offered_where_there_is_one_and_names_its_test() {
    SessionDriver sitter = at(72, 30);
    sitter.opens("01-1", "a");
    sitter.fails("no");
    assertThat(sitter.screen()).doesNotContain("o operations");
    sitter.saves("01-1", "b");
    sitter.fails(REPORT);
    assertThat(sitter.screen()).contains(" o operations");
    sitter.presses("o");

    assertThat(sitter.screen()).contains("✗ it adds what is negative\n\n  On the disk");
  }

  @Test
  void the_newest_hint_is_on_top() {
    SessionDriver sitter = at(72, 30);
    sitter.opensStarter("01-1");
    sitter.presses("hh");

    String screen = sitter.screen();
    assertThat(screen).contains("Hint 1 of 3", "A nudge.", "Hint 2 of 3", "The concept.");
    assertThat(screen.indexOf("Hint 2")).isLessThan(screen.indexOf("Hint 1"));
  }

  @Test
  void after_the_last_hint_no_further_hint_is_offered() {
    SessionDriver sitter = at(72, 30);
    sitter.opensStarter("01-1");
    sitter.presses("hh");
    assertThat(sitter.screen()).contains("h next hint");
    sitter.presses("h");

    assertThat(sitter.screen()).contains("Hint 3 of 3", "esc back").doesNotContain("next hint");
  }

  @Test
  void the_timeline_is_shown_alone_when_there_is_one() {
    SessionDriver sitter = at(72, 30);
    sitter.opens("01-1", "a");
    sitter.fails(REPORT);
    sitter.presses("o");
    assertThat(sitter.screen())
        .contains("On the disk (last 2 operations)", "2  CLOSE  notes.txt")
        .doesNotContain("What happened");

    sitter.saves("01-1", "b");
    sitter.fails("expected 1 but was 2");
    sitter.presses("o");
    assertThat(sitter.screen()).contains("No disk operations were recorded");
  }

  @Test
  void the_list_shows_every_exercise_and_can_be_filtered() {
    SessionDriver sitter = at(100, 30);
    sitter.opensStarter("01-1");
    sitter.presses("l");
    assertThat(sitter.screen()).contains("→ ○ 01-1", "  ○ 02-1");

    sitter.presses("dbl");
    assertThat(sitter.screen()).contains("no exercise matches");
    sitter.presses(Key.Kind.BACKSPACE);
    sitter.presses(Key.Kind.BACKSPACE);
    sitter.presses("oub");
    assertThat(sitter.screen()).contains("→ ○ 01-2").doesNotContain("02-1");
  }

  @Test
  void a_long_body_scrolls_and_shows_how_much_is_left() {
    SessionDriver sitter = at(72, 14);
    sitter.opens("01-1", "a");
    sitter.fails("line\n".repeat(60) + "the end");
    assertThat(sitter.screen()).contains("more lines").doesNotContain("the end");

    for (int i = 0; i < 20; i++) {
      sitter.presses(Key.Kind.PAGE_DOWN);
    }
    assertThat(sitter.screen()).contains("✓ it adds").doesNotContain("more lines");

    sitter.presses(Key.Kind.PAGE_UP);
    assertThat(sitter.screen()).contains("the end");
  }

  @Test
  void a_learner_who_has_solved_everything_sees_the_ending() {
    SessionDriver sitter = at(80, 30);
    for (String id : List.of("01-0", "01-1", "01-2", "02-1")) {
      sitter.opens(id, "a");
      sitter.passes();
    }
    sitter.presses("n");

    assertThat(sitter.screen())
        .contains("4 of 4 solved", "All 4 exercises are solved.", "What next:", "./workshop demo");
  }

  @Test
  void the_screen_is_never_larger_than_the_terminal() {
    for (int columns : List.of(20, 40, 60, 80, 200)) {
      for (int rows : List.of(5, 10, 24, 60)) {
        SessionDriver sitter = at(columns, rows);
        sitter.opensStarter("01-1");
        assertFits(sitter, columns, rows);
        sitter.saves("01-1", "a");
        sitter.fails(REPORT.with("Wide", "wide ".repeat(80)));
        assertFits(sitter, columns, rows);
        for (String key : List.of("h", "o", "?", "x")) {
          sitter.presses(key);
          assertFits(sitter, columns, rows);
          sitter.presses(Key.Kind.ESCAPE);
        }
        sitter.presses("l");
        assertFits(sitter, columns, rows);
      }
    }
  }

  @Test
  void on_a_narrow_screen_and_on_a_wide_one_no_word_is_lost() {
    String words = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda my nu xi omega";
    for (int columns : List.of(60, 200)) {
      SessionDriver sitter = at(columns, 60);
      sitter.opens("01-1", "a");
      sitter.fails(REPORT.with("More", "    3  WRITE  " + words));
      sitter.on(new Event.Noticed("Your version is kept in .workshop/" + words));
      assertShown(sitter, words, "01-kitchen/src/main/java/workshop/kitchen/Adder.java");
      assertThat(sitter.screen().split("omega", -1)).hasSize(3);

      sitter.presses("?");
      assertShown(sitter, "also j, k, space, page up and down", "esc back", "q quit");
      assertFits(sitter, columns, 60);
    }
  }

  private static void assertShown(SessionDriver sitter, String... texts) {
    String words = sitter.screen().replaceAll("\\s+", "");
    assertThat(texts).allSatisfy(text -> assertThat(words).contains(text.replaceAll("\\s+", "")));
  }

  private static void assertFits(SessionDriver sitter, int columns, int rows) {
    List<Line> lines = sitter.lines();
    assertThat(lines).hasSizeLessThanOrEqualTo(rows);
    assertThat(lines).allSatisfy(line -> assertThat(line.width()).isLessThanOrEqualTo(columns));
  }

  @Test
  void a_stopped_run_says_where_it_was() {
    SessionDriver sitter = at(72, 30);
    sitter.opens("01-1", "a");
    sitter.done(
        new ExerciseResult.Aborted(
            State.TIMED_OUT,
            3000,
            List.of(),
            Output.NONE,
            new FailureReport("It ran on.", "m", "n", null, List.of())));

    assertThat(sitter.screen()).contains("did not end, 3000 ms", "It ran on.");
  }

  private SessionDriver at(int columns, int rows) {
    return new SessionDriver(FixtureCourse.in(folder), "01-1", columns, rows);
  }
}
