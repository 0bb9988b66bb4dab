package workshop.runner.watch;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import workshop.runner.course.Draft;
import workshop.runner.course.Exercise;
import workshop.testkit.exercise.TestResult;

/** The run in progress, and the text to judge after it. Adds effects for the session. */
public final class CurrentRun {

  /** A save ends a run that is at least this old; a younger one ends soon enough by itself. */
  private static final int STOP_AFTER_SECONDS = 1;

  /** A run in progress. */
  public record Running(
      int number, Exercise exercise, Draft draft, int seconds, List<TestResult> tests) {

    private Running with(int passed, List<TestResult> ended) {
      return new Running(number, exercise, draft, passed, List.copyOf(ended));
    }
  }

  private final List<Effect> effects;
  private @Nullable Running running;
  private @Nullable Draft waiting;
  private int count;

  CurrentRun(List<Effect> effects) {
    this.effects = effects;
  }

  Optional<Running> underWay() {
    return Optional.ofNullable(running);
  }

  /** Returns whether an event is about anything other than an abandoned run. */
  boolean concern(Event event) {
    return !(event instanceof Event.OfRun about)
        || (running != null && running.number() == about.run());
  }

  void begin(Exercise exercise, Draft draft) {
    count++;
    running = new Running(count, exercise, draft, 0, List.of());
    waiting = null;
    effects.add(new Effect.Judge(count, exercise, draft));
  }

  /** Abandons the run, and the text that was to be judged after it. */
  void abandon() {
    waiting = null;
    if (running != null) {
      effects.add(new Effect.Abandon());
      running = null;
    }
  }

  /** Notes a save during a run. */
  void saved(Draft found) {
    if (running == null || running.draft().sameTextAs(found)) {
      waiting = null;
    } else {
      waiting = found;
      hurry();
    }
  }

  /** Notes how long the run has taken so far. */
  void passed(int seconds) {
    Running before = requireNonNull(running);
    running = before.with(seconds, before.tests());
    hurry();
  }

  private void hurry() {
    Draft next = waiting;
    if (running != null && next != null && running.seconds() >= STOP_AFTER_SECONDS) {
      Exercise exercise = running.exercise();
      abandon();
      begin(exercise, next);
    }
  }

  void testEnded(TestResult result) {
    Running before = requireNonNull(running);
    List<TestResult> tests = new ArrayList<>(before.tests());
    tests.add(result);
    running = before.with(before.seconds(), tests);
  }

  /** Ends the run, and returns what was judged. {@link #startNext} starts the next one. */
  Draft end() {
    Draft draft = requireNonNull(running).draft();
    running = null;
    return draft;
  }

  /** Starts a run of the waiting text, if there is one. */
  void startNext(Exercise exercise) {
    if (waiting != null) {
      begin(exercise, waiting);
    }
  }
}
