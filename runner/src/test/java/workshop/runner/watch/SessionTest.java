package workshop.runner.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.runner.FixtureCourse;
import workshop.runner.course.WorkshopException;
import workshop.runner.judge.ExerciseResult;
import workshop.runner.worker.Output;
import workshop.testkit.diagnosis.FailureReport;
import workshop.testkit.exercise.State;

class SessionTest {

  private static final String SPOON = "01-kitchen/src/main/java/workshop/kitchen/Spoon.java";

  private SessionDriver driver;

  @BeforeEach
  void set_up(@TempDir Path folder) {
    driver = new SessionDriver(FixtureCourse.in(folder), "01-1", 80, 30);
  }

  @Test
  void a_session_opens_the_first_exercise_and_does_not_judge_a_starter() {
    driver.opensStarter("01-1");

    assertThat(driver.takeEffects()).containsExactly(new Effect.Open(driver.exercise("01-1")));
  }

  @Test
  void a_file_that_was_written_before_is_judged_at_once() {
    driver.opens("01-1", "a");

    assertThat(judged()).containsExactly("a");
  }

  @Test
  void each_save_is_judged_and_its_verdict_stored() {
    driver.opensStarter("01-1");
    driver.saves("01-1", "a");
    driver.passes();

    assertThat(judged()).containsExactly("a");
    assertThat(driver.effects)
        .anySatisfy(effect ->
            assertThat(effect)
                .isInstanceOfSatisfying(
                    Effect.Remember.class,
                    r -> assertThat(r.result().state()).isEqualTo(State.PASSED)));
  }

  @Test
  void saves_during_a_run_are_judged_once_afterwards_with_the_newest_text() {
    driver.opens("01-1", "a");
    driver.saves("01-1", "b");
    driver.saves("01-1", "c");
    assertThat(judged()).containsExactly("a");

    driver.fails("no");

    assertThat(judged()).containsExactly("a", "c");
  }

  @Test
  void a_save_that_undoes_the_previous_one_is_not_judged_again() {
    driver.opens("01-1", "a");
    driver.saves("01-1", "b");
    driver.saves("01-1", "a");
    driver.fails("no");

    assertThat(judged()).containsExactly("a");
  }

  @Test
  void a_save_ends_a_long_run() {
    driver.opens("01-1", "endless");
    driver.on(new Event.Passed(1, 1));
    driver.saves("01-1", "mended");

    assertThat(driver.effects).contains(new Effect.Abandon());
    assertThat(judged()).containsExactly("endless", "mended");
  }

  @Test
  void a_save_that_waits_for_a_run_does_not_wait_long() {
    driver.opens("01-1", "endless");
    driver.saves("01-1", "mended");
    driver.on(new Event.Passed(1, 1));

    assertThat(driver.effects).contains(new Effect.Abandon());
    assertThat(judged()).containsExactly("endless", "mended");
  }

  @Test
  void events_of_an_abandoned_run_are_ignored() {
    driver.opens("01-1", "endless");
    driver.on(new Event.Passed(1, 2));
    driver.saves("01-1", "mended");

    assertThat(driver.session.concerns(new Event.Done(1, cut()))).isFalse();
    assertThat(driver.session.concerns(new Event.Done(2, cut()))).isTrue();
  }

  @Test
  void a_save_of_another_exercise_makes_that_one_current() {
    driver.opensStarter("01-1");
    driver.takeEffects();
    driver.saves("02-1", "a");

    assertThat(driver.takeEffects()).contains(new Effect.Open(driver.exercise("02-1")));
  }

  @Test
  void a_save_of_another_source_in_the_module_judges_the_current_exercise_again() {
    driver.opens("01-1", "a");
    driver.passes();
    savesBeside("02-cellar/src/main/java/workshop/cellar/Spoon.java");
    assertThat(judged()).containsExactly("a");

    savesBeside(SPOON);

    assertThat(judged()).containsExactly("a", "a");
  }

  @Test
  void another_source_saved_during_a_run_restarts_the_run() {
    driver.opens("01-1", "a");
    savesBeside(SPOON);

    assertThat(driver.effects).contains(new Effect.Abandon());
    assertThat(judged()).containsExactly("a", "a");
  }

  @Test
  void saving_both_files_judges_them_once() {
    driver.opens("01-1", "a");
    driver.passes();
    driver.on(
        new Event.Saved(
            Map.of(driver.exercise("01-1").id(), driver.draft("01-1", "b")), Set.of(SPOON)));

    assertThat(judged()).containsExactly("a", "b");
  }

  private void savesBeside(String file) {
    driver.on(new Event.Saved(Map.of(), Set.of(file)));
  }

  @Test
  void many_changes_at_once_keep_the_current_exercise() {
    driver.opensStarter("01-1");
    driver.takeEffects();
    driver.savesAll(Map.of("01-2", "a", "02-1", "b"));

    assertThat(driver.takeEffects()).isEmpty();
    assertThat(driver.session.status(driver.exercise("02-1")).edited()).isTrue();
  }

  @Test
  void restoring_the_starter_forgets_the_verdict() {
    driver.opens("01-1", "a");
    driver.passes();
    driver.saves("01-1", driver.starter("01-1"));

    assertThat(driver.session.result()).isEmpty();
    assertThat(driver.session.solved()).isFalse();
  }

  @Test
  void n_goes_to_the_next_unsolved_exercise_only_after_solving() {
    driver.opens("01-1", "a");
    driver.fails("no");
    driver.takeEffects();
    driver.presses("n");
    assertThat(driver.takeEffects()).isEmpty();
    assertThat(driver.session.notice()).contains("Not solved yet");

    driver.saves("01-1", "b");
    driver.passes();
    driver.takeEffects();
    driver.presses("n");

    assertThat(driver.takeEffects()).containsExactly(new Effect.Open(driver.exercise("01-2")));
  }

  @Test
  void the_session_does_not_move_on_by_itself() {
    driver.opens("01-1", "a");
    driver.passes();

    assertThat(driver.session.current().id()).hasToString("01-1");
    assertThat(driver.effects)
        .noneMatch(effect -> effect.equals(new Effect.Open(driver.exercise("01-2"))));
  }

  @Test
  void r_judges_the_file_again_even_if_it_has_not_changed() {
    driver.opens("01-1", "a");
    driver.passes();
    driver.presses("r");

    assertThat(judged()).containsExactly("a", "a");
  }

  @Test
  void reset_asks_for_the_enter_key() {
    driver.opens("01-1", "a");
    for (String other : List.of("xn", "xy", "xx")) {
      driver.presses(other);
      assertThat(driver.effects).noneMatch(Effect.Forget.class::isInstance);
    }

    driver.presses("x");
    driver.presses(Key.Kind.ENTER);

    assertThat(driver.effects).contains(new Effect.Forget(driver.exercise("01-1")));
  }

  @Test
  void after_a_reset_the_place_of_the_backup_is_shown() {
    driver.opens("01-1", "a");
    driver.passes();
    resets();

    assertThat(driver.session.notice()).contains(".workshop/backups/01-1/x");
    assertThat(driver.session.solved()).isFalse();
  }

  private void resets() {
    driver.presses("x");
    driver.presses(Key.Kind.ENTER);
  }

  @Test
  void a_reset_that_is_noticed_late_does_not_change_the_current_exercise() {
    String starter = driver.starter("01-1");
    driver.opens("01-1", "a");
    driver.fails("no");
    resets();
    driver.opensStarter("02-1");
    driver.takeEffects();

    driver.saves("01-1", starter);
    assertThat(driver.takeEffects()).isEmpty();

    driver.saves("01-1", "b");
    assertThat(driver.takeEffects()).contains(new Effect.Open(driver.exercise("01-1")));
  }

  @Test
  void an_edit_after_a_reset_counts_even_if_the_reset_was_not_noticed() {
    driver.opens("01-1", "a");
    driver.fails("no");
    resets();
    driver.saves("01-1", "b");

    assertThat(judged()).containsExactly("a", "b");
  }

  @Test
  void s_shows_the_solution_only_after_solving() {
    driver.opens("01-1", "a");
    driver.fails("no");
    driver.presses("s");
    assertThat(driver.session.panel()).isNotInstanceOf(Panel.Comparison.class);

    driver.saves("01-1", "b");
    driver.passes();
    driver.presses("s");

    assertThat(driver.session.panel()).isInstanceOf(Panel.Comparison.class);
  }

  @Test
  void escape_stops_a_run_and_the_verdict_says_where_it_was() {
    driver.opens("01-1", "endless");
    driver.presses(Key.Kind.ESCAPE);

    assertThat(driver.effects).contains(new Effect.Stop());
  }

  @Test
  void hints_are_shown_one_by_one_and_remembered() {
    driver.opensStarter("01-1");
    driver.presses("hhhh");

    assertThat(driver.effects)
        .contains(
            new Effect.RememberHints(driver.exercise("01-1"), 1),
            new Effect.RememberHints(driver.exercise("01-1"), 2),
            new Effect.RememberHints(driver.exercise("01-1"), 3));
    assertThat(driver.session.notice()).contains("the last hint");
  }

  @Test
  void a_hint_that_was_seen_is_shown_again_before_the_next_one() {
    driver.opensStarter("01-1");
    driver.presses("h");
    driver.presses(Key.Kind.ESCAPE);
    driver.takeEffects();
    driver.presses("h");

    assertThat(driver.takeEffects()).isEmpty();
    assertThat(driver.session.hintsShown()).isEqualTo(1);
  }

  @Test
  void the_list_is_filtered_by_what_is_typed_and_enter_jumps() {
    driver.opensStarter("01-1");
    driver.takeEffects();
    driver.presses("l/greeter");
    driver.presses(Key.Kind.ENTER);

    assertThat(driver.takeEffects()).containsExactly(new Effect.Open(driver.exercise("02-1")));
  }

  @Test
  void arrows_move_through_the_list_from_the_current_exercise() {
    driver.opensStarter("01-1");
    driver.takeEffects();
    driver.presses("l");
    driver.presses(Key.Kind.DOWN);
    driver.presses(Key.Kind.DOWN);
    driver.presses(Key.Kind.DOWN);
    driver.presses(Key.Kind.UP);
    driver.presses(Key.Kind.ENTER);

    assertThat(driver.takeEffects()).containsExactly(new Effect.Open(driver.exercise("01-2")));
  }

  @Test
  void an_error_in_a_run_is_reported_and_does_not_end_the_session() {
    driver.opens("01-1", "a");
    driver.on(new Event.Failed(1, new WorkshopException("The disk is full.", "Make some room.")));

    assertThat(driver.session.notice()).isEqualTo("The disk is full. Make some room.");
    driver.saves("01-1", "b");
    assertThat(judged()).containsExactly("a", "b");
  }

  @Test
  void q_and_control_c_always_quit() {
    driver.opensStarter("01-1");
    driver.presses("hq");
    assertThat(driver.effects).contains(new Effect.Quit());
    driver.takeEffects();
    driver.presses("l");
    driver.presses(Key.Kind.INTERRUPT);
    assertThat(driver.effects).containsExactly(new Effect.Quit());
  }

  private List<String> judged() {
    return driver.effects.stream()
        .filter(Effect.Judge.class::isInstance)
        .map(effect -> ((Effect.Judge) effect).draft().text())
        .toList();
  }

  private static ExerciseResult cut() {
    return new ExerciseResult.Aborted(
        State.TIMED_OUT,
        1,
        List.of(),
        Output.NONE,
        new FailureReport("stopped", "m", "n", null, List.of()));
  }
}
