package workshop.runner.watch;

import java.util.Map;
import java.util.Set;
import workshop.runner.course.Draft;
import workshop.runner.course.ExerciseId;
import workshop.runner.course.WorkshopException;
import workshop.runner.judge.ExerciseResult;
import workshop.testkit.exercise.TestResult;

/** Something that happened while watching. */
public sealed interface Event {

  /** The first event. */
  record Started() implements Event {}

  /**
   * The text of files has changed.
   *
   * @param drafts the exercises among them
   * @param others other source files, relative to the checkout
   */
  record Saved(Map<ExerciseId, Draft> drafts, Set<String> others) implements Event {
    public Saved {
      drafts = Map.copyOf(drafts);
      others = Set.copyOf(others);
    }
  }

  record Pressed(Key key) implements Event {}

  /** Something that happened in the run with that number. */
  sealed interface OfRun extends Event {
    int run();
  }

  record TestEnded(int run, TestResult test) implements OfRun {}

  /** The run is over. */
  record Done(int run, ExerciseResult result) implements OfRun {}

  /** The run ended without a verdict. */
  record Failed(int run, WorkshopException failure) implements OfRun {}

  /** The run has taken this long so far. */
  record Passed(int run, int seconds) implements OfRun {}

  /** A message for the user. */
  record Noticed(String text) implements Event {}

  record Resized(int columns, int rows) implements Event {}
}
