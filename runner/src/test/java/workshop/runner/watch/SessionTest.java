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

  private SessionDriver sitter;

  @BeforeEach
  void set_up(@TempDir Path folder) {
    sitter = new SessionDriver(FixtureCourse.in(folder), "01-1", 80, 30);
  }

  @Test
  void a_session_opens_the_first_exercise_and_does_not_judge_a_starter() {
    sitter.opensStarter("01-1");

    assertThat(sitter.takeEffects()).containsExactly(new Effect.Open(sitter.exercise("01-1")));
  }

  @Test
  void a_file_that_was_written_before_is_judged_at_once() {
    sitter.opens("01-1", "a");

    assertThat(judged()).containsExactly("a");
  }

  @Test
  void each_save_is_judged_and_its_verdict_stored() {
    sitter.opensStarter("01-1");
    sitter.saves("01-1", "a");
    sitter.passes();

    assertThat(judged()).containsExactly("a");
    assertThat(sitter.effects)
        .anySatisfy(effect ->
            assertThat(effect)
                .isInstanceOfSatisfying(
                    Effect.Remember.class,
                    r -> assertThat(r.result().state()).isEqualTo(State.PASSED)));
  }

  @Test
  void saves_during_a_run_are_judged_once_afterwards_with_the_newest_text() {
    sitter.opens("01-1", "a");
    sitter.saves("01-1", "b");
    sitter.saves("01-1", "c");
    assertThat(judged()).containsExactly("a");

    sitter.fails("no");

    assertThat(judged()).containsExactly("a", "c");
  }

  @Test
  void a_save_that_undoes_the_previous_one_is_not_judged_again() {
    sitter.opens("01-1", "a");
    sitter.saves("01-1", "b");
    sitter.saves("01-1", "a");
    sitter.fails("no");

    assertThat(judged()).containsExactly("a");
  }

  @Test
  void a_save_ends_a_long_run() {
    sitter.opens("01-1", "endless");
    sitter.on(new Event.Passed(1, 1));
    sitter.saves("01-1", "mended");

    assertThat(sitter.effects).contains(new Effect.Abandon());
    assertThat(judged()).containsExactly("endless", "mended");
  }

  @Test
  void a_save_that_waits_for_a_run_does_not_wait_long() {
    sitter.opens("01-1", "endless");
    sitter.saves("01-1", "mended");
    sitter.on(new Event.Passed(1, 1));

    assertThat(sitter.effects).contains(new Effect.Abandon());
    assertThat(judged()).containsExactly("endless", "mended");
  }

  @Test
  void events_of_an_abandoned_run_are_ignored() {
    sitter.opens("01-1", "endless");
    sitter.on(new Event.Passed(1, 2));
    sitter.saves("01-1", "mended");

    assertThat(sitter.session.concerns(new Event.Done(1, cut()))).isFalse();
    assertThat(sitter.session.concerns(new Event.Done(2, cut()))).isTrue();
  }

  @Test
  void a_save_of_another_exercise_makes_that_one_current() {
    sitter.opensStarter("01-1");
    sitter.takeEffects();
    sitter.saves("02-1", "a");

    assertThat(sitter.takeEffects()).contains(new Effect.Open(sitter.exercise("02-1")));
  }

  @Test
  void a_save_of_another_source_in_the_module_judges_the_current_exercise_again() {
    sitter.opens("01-1", "a");
    sitter.passes();
    savesBeside("02-cellar/src/main/java/workshop/cellar/Spoon.java");
    assertThat(judged()).containsExactly("a");

    savesBeside(SPOON);

    assertThat(judged()).containsExactly("a", "a");
  }

  @Test
  void a_source_that_is_saved_during_a_run_may_have_been_compiled_already() {
    sitter.opens("01-1", "a");
    savesBeside(SPOON);

    assertThat(sitter.effects).contains(new Effect.Abandon());
    assertThat(judged()).containsExactly("a", "a");
  }

  @Test
  void saving_both_files_judges_them_once() {
    sitter.opens("01-1", "a");
    sitter.passes();
    sitter.on(
        new Event.Saved(
            Map.of(sitter.exercise("01-1").id(), sitter.draft("01-1", "b")), Set.of(SPOON)));

    assertThat(judged()).containsExactly("a", "b");
  }

  private void savesBeside(String file) {
    sitter.on(new Event.Saved(Map.of(), Set.of(file)));
  }

  @Test
  void many_changes_at_once_keep_the_current_exercise() {
    sitter.opensStarter("01-1");
    sitter.takeEffects();
    sitter.savesAll(Map.of("01-2", "a", "02-1", "b"));

    assertThat(sitter.takeEffects()).isEmpty();
    assertThat(sitter.session.status(sitter.exercise("02-1")).edited()).isTrue();
  }

  @Test
  void restoring_the_starter_forgets_the_verdict() {
    sitter.opens("01-1", "a");
    sitter.passes();
    sitter.saves("01-1", sitter.starter("01-1"));

    assertThat(sitter.session.result()).isEmpty();
    assertThat(sitter.session.solved()).isFalse();
  }

  @Test
  void n_goes_to_the_next_unsolved_exercise_only_after_solving() {
    sitter.opens("01-1", "a");
    sitter.fails("no");
    sitter.takeEffects();
    sitter.presses("n");
    assertThat(sitter.takeEffects()).isEmpty();
    assertThat(sitter.session.notice()).contains("Not solved yet");

    sitter.saves("01-1", "b");
    sitter.passes();
    sitter.takeEffects();
    sitter.presses("n");

    assertThat(sitter.takeEffects()).containsExactly(new Effect.Open(sitter.exercise("01-2")));
  }

  @Test
  void the_session_does_not_move_on_by_itself() {
    sitter.opens("01-1", "a");
    sitter.passes();

    assertThat(sitter.session.current().id()).hasToString("01-1");
    assertThat(sitter.effects)
        .noneMatch(effect -> effect.equals(new Effect.Open(sitter.exercise("01-2"))));
  }

  @Test
  void r_judges_the_file_again_even_if_it_has_not_changed() {
    sitter.opens("01-1", "a");
    sitter.passes();
    sitter.presses("r");

    assertThat(judged()).containsExactly("a", "a");
  }

  @Test
  void reset_asks_for_the_enter_key() {
    sitter.opens("01-1", "a");
    for (String other : List.of("xn", "xy", "xx")) {
      sitter.presses(other);
      assertThat(sitter.effects).noneMatch(Effect.Forget.class::isInstance);
    }

    sitter.presses("x");
    sitter.presses(Key.Kind.ENTER);

    assertThat(sitter.effects).contains(new Effect.Forget(sitter.exercise("01-1")));
  }

  @Test
  void after_a_reset_the_place_of_the_backup_is_shown() {
    sitter.opens("01-1", "a");
    sitter.passes();
    resets();

    assertThat(sitter.session.notice()).contains(".workshop/backups/01-1/x");
    assertThat(sitter.session.solved()).isFalse();
  }

  private void resets() {
    sitter.presses("x");
    sitter.presses(Key.Kind.ENTER);
  }

  @Test
  void a_reset_that_is_noticed_late_does_not_bring_the_learner_back() {
    String starter = sitter.starter("01-1");
    sitter.opens("01-1", "a");
    sitter.fails("no");
    resets();
    sitter.opensStarter("02-1");
    sitter.takeEffects();

    sitter.saves("01-1", starter);
    assertThat(sitter.takeEffects()).isEmpty();

    sitter.saves("01-1", "b");
    assertThat(sitter.takeEffects()).contains(new Effect.Open(sitter.exercise("01-1")));
  }

  @Test
  void an_edit_after_a_reset_counts_even_if_the_reset_was_not_noticed() {
    sitter.opens("01-1", "a");
    sitter.fails("no");
    resets();
    sitter.saves("01-1", "b");

    assertThat(judged()).containsExactly("a", "b");
  }

  @Test
  void s_shows_the_solution_only_after_solving() {
    sitter.opens("01-1", "a");
    sitter.fails("no");
    sitter.presses("s");
    assertThat(sitter.session.panel()).isNotInstanceOf(Panel.Comparison.class);

    sitter.saves("01-1", "b");
    sitter.passes();
    sitter.presses("s");

    assertThat(sitter.session.panel()).isInstanceOf(Panel.Comparison.class);
  }

  @Test
  void escape_stops_a_run_and_the_verdict_says_where_it_was() {
    sitter.opens("01-1", "endless");
    sitter.presses(Key.Kind.ESCAPE);

    assertThat(sitter.effects).contains(new Effect.Stop());
  }

  @Test
  void hints_are_shown_one_by_one_and_remembered() {
    sitter.opensStarter("01-1");
    sitter.presses("hhhh");

    assertThat(sitter.effects)
        .contains(
            new Effect.RememberHints(sitter.exercise("01-1"), 1),
            new Effect.RememberHints(sitter.exercise("01-1"), 2),
            new Effect.RememberHints(sitter.exercise("01-1"), 3));
    assertThat(sitter.session.notice()).contains("the last hint");
  }

  @Test
  void a_hint_that_was_seen_is_shown_again_before_the_next_one() {
    sitter.opensStarter("01-1");
    sitter.presses("h");
    sitter.presses(Key.Kind.ESCAPE);
    sitter.takeEffects();
    sitter.presses("h");

    assertThat(sitter.takeEffects()).isEmpty();
    assertThat(sitter.session.hintsShown()).isEqualTo(1);
  }

  @Test
  void the_list_is_filtered_by_what_is_typed_and_enter_jumps() {
    sitter.opensStarter("01-1");
    sitter.takeEffects();
    sitter.presses("l/greeter");
    sitter.presses(Key.Kind.ENTER);

    assertThat(sitter.takeEffects()).containsExactly(new Effect.Open(sitter.exercise("02-1")));
  }

  @Test
  void arrows_move_through_the_list_from_the_current_exercise() {
    sitter.opensStarter("01-1");
    sitter.takeEffects();
    sitter.presses("l");
    sitter.presses(Key.Kind.DOWN);
    sitter.presses(Key.Kind.DOWN);
    sitter.presses(Key.Kind.DOWN);
    sitter.presses(Key.Kind.UP);
    sitter.presses(Key.Kind.ENTER);

    assertThat(sitter.takeEffects()).containsExactly(new Effect.Open(sitter.exercise("01-2")));
  }

  @Test
  void an_error_in_a_run_is_reported_and_does_not_end_the_session() {
    sitter.opens("01-1", "a");
    sitter.on(new Event.Failed(1, new WorkshopException("The disk is full.", "Make some room.")));

    assertThat(sitter.session.notice()).isEqualTo("The disk is full. Make some room.");
    sitter.saves("01-1", "b");
    assertThat(judged()).containsExactly("a", "b");
  }

  @Test
  void q_and_control_c_always_quit() {
    sitter.opensStarter("01-1");
    sitter.presses("hq");
    assertThat(sitter.effects).contains(new Effect.Quit());
    sitter.takeEffects();
    sitter.presses("l");
    sitter.presses(Key.Kind.INTERRUPT);
    assertThat(sitter.effects).containsExactly(new Effect.Quit());
  }

  private List<String> judged() {
    return sitter.effects.stream()
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
