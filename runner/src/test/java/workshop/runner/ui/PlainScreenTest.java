package workshop.runner.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.runner.FixtureCourse;
import workshop.runner.watch.Effect;
import workshop.runner.watch.Event;
import workshop.runner.watch.Key;
import workshop.runner.watch.SessionDriver;

/** What the user reads without a terminal. */
class PlainScreenTest {

  private static final int WIDTH = 80;

  private FixtureCourse course;
  private SessionDriver driver;

  @BeforeEach
  void set_up(@TempDir Path folder) {
    course = FixtureCourse.in(folder);
    driver = new SessionDriver(course, "01-1", WIDTH, 50);
  }

  @Test
  void an_exercise_begins_with_everything_the_learner_needs() {
    assertThat(told(new Event.Started()))
        .contains("01-1 The Adder at work  5 min", "workshop/kitchen/Adder.java")
        .contains("Make Adder work.", "save it to get a verdict", "h a hint")
        .doesNotContain("A nudge.");
  }

  @Test
  void a_verdict_says_what_to_do_next() {
    driver.opens("01-1", "a");
    driver.fails("no");
    assertThat(told(new Event.Done(1, driver.session.result().orElseThrow()), List.of()))
        .contains("1 of 2 tests failed", "h a hint");

    driver.saves("01-1", "b");
    driver.passes();
    assertThat(told(new Event.Done(2, driver.session.result().orElseThrow()), List.of()))
        .contains("passed", "Why this way.", "n the next exercise");
  }

  @Test
  void help_lists_only_keys_that_can_be_typed() {
    driver.opensStarter("01-1");

    assertThat(press('?')).contains("the next exercise", "quit;").doesNotContain("esc", "↑");
  }

  @Test
  void hints_come_one_at_a_time() {
    driver.opensStarter("01-1");

    assertThat(press('h')).contains("Hint 1 of 3", "h the next hint");
    assertThat(press('h')).contains("Hint 2 of 3").doesNotContain("Hint 1");
    assertThat(press('h')).contains("Hint 3 of 3").doesNotContain("the next hint");
  }

  @Test
  void the_list_is_shown_once_and_not_after_each_letter_typed() {
    driver.opensStarter("01-1");

    assertThat(press('l')).contains("01-1", "02-1");
    assertThat(press('2')).isEmpty();
    driver.takeEffects();
    driver.presses(Key.Kind.ENTER);
    assertThat(driver.takeEffects()).hasSize(1).allMatch(Effect.Open.class::isInstance);
  }

  private String press(char letter) {
    return told(new Event.Pressed(Key.letter(letter)));
  }

  private String told(Event event) {
    return told(event, driver.session.on(event));
  }

  private String told(Event event, List<Effect> effects) {
    return PlainScreen.lines(driver.session, event, effects, WIDTH).stream()
        .map(Line::text)
        .collect(Collectors.joining("\n"));
  }
}
