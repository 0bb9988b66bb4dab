package workshop.runner.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import workshop.runner.core.Exercise;
import workshop.testkit.exercise.TestResult;

/**
 * The run that is under way, and the text that waits for its end. Says what is to be done by adding
 * effects to the session's.
 */
final class Runs {

  /** A run that is this old is cut short by the next save; a younger one ends soon enough. */
  private static final int PATIENCE_SECONDS = 1;

  /** A run under way. */
  record Running(int number, Exercise exercise, Draft draft, int seconds, List<TestResult> tests) {}

  private final List<Effect> effects;
  private @Nullable Running running;
  private @Nullable Draft waiting;
  private int count;

  Runs(List<Effect> effects) {
    this.effects = effects;
  }

  Optional<Running> underWay() {
    return Optional.ofNullable(running);
  }

  private boolean isUnderWay(int number) {
    return running != null && running.number() == number;
  }

  /** Returns whether an event is no news of a run that was given up. */
  boolean concern(Event event) {
    return switch (event) {
      case Event.Compiled(int run, _) -> isUnderWay(run);
      case Event.TestEnded(int run, _) -> isUnderWay(run);
      case Event.Done(int run, _) -> isUnderWay(run);
      case Event.Failed(int run, _) -> isUnderWay(run);
      case Event.Passed(int run, _) -> isUnderWay(run);
      case Event.Opened _, Event.Reread _, Event.Saved _, Event.Pressed _ -> true;
      case Event.WasReset _, Event.Compared _, Event.Noticed _, Event.Resized _ -> true;
    };
  }

  void begin(Exercise exercise, Draft draft) {
    count++;
    running = new Running(count, exercise, draft, 0, List.of());
    waiting = null;
    effects.add(new Effect.Judge(count, exercise, draft));
  }

  /** Gives up the run, and what waits. */
  void abandon() {
    waiting = null;
    if (running != null) {
      effects.add(new Effect.Abandon());
      running = null;
    }
  }

  /** Takes note of a save while a run is under way. */
  void saved(Draft found) {
    if (running == null || running.draft().sameTextAs(found)) {
      waiting = null;
    } else {
      waiting = found;
      hurry();
    }
  }

  /** Takes note of how long the run has taken by now. */
  void passed(int seconds) {
    if (running != null) {
      running =
          new Running(
              running.number(), running.exercise(), running.draft(), seconds, running.tests());
      hurry();
    }
  }

  private void hurry() {
    Draft next = waiting;
    if (running != null && next != null && running.seconds() >= PATIENCE_SECONDS) {
      Exercise exercise = running.exercise();
      abandon();
      begin(exercise, next);
    }
  }

  void testEnded(TestResult result) {
    if (running != null) {
      List<TestResult> tests = new ArrayList<>(running.tests());
      tests.add(result);
      running =
          new Running(
              running.number(),
              running.exercise(),
              running.draft(),
              running.seconds(),
              List.copyOf(tests));
    }
  }

  /**
   * Takes note that the run is over, and returns what was run. What waits begins with {@link
   * #goOn}.
   *
   * @throws IllegalStateException if no run is under way
   */
  Draft end() {
    if (running == null) {
      throw new IllegalStateException("a run ended that is not under way");
    }
    Draft draft = running.draft();
    running = null;
    return draft;
  }

  /** Begins what has waited, if anything has. */
  void goOn(Exercise exercise) {
    if (waiting != null) {
      begin(exercise, waiting);
    }
  }
}
