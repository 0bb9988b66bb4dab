package workshop.runner.watch;

import java.util.Map;
import java.util.Set;
import workshop.runner.core.Exercise;
import workshop.runner.core.ExerciseId;
import workshop.runner.core.Outcome;
import workshop.runner.core.Trouble;
import workshop.testkit.exercise.TestResult;

/** Something that happened while watching. */
public sealed interface Event {

  /** An exercise is now the current one; this is its file. */
  record Opened(Exercise exercise, Draft draft) implements Event {}

  /** The current exercise's file was read again, because somebody wants it judged once more. */
  record Reread(Draft draft) implements Event {}

  /**
   * Files have another text than before: those of exercises, and others beside them.
   *
   * @param others source files that are no exercise's, relative to the checkout
   */
  record Saved(Map<ExerciseId, Draft> drafts, Set<String> others) implements Event {
    public Saved {
      drafts = Map.copyOf(drafts);
      others = Set.copyOf(others);
    }

    /** Files of exercises alone. */
    public Saved(Map<ExerciseId, Draft> drafts) {
      this(drafts, Set.of());
    }
  }

  record Pressed(Key key) implements Event {}

  /** The run with that number was compiled from these files of the learner's. */
  record Compiled(int run, Set<String> sources) implements Event {
    public Compiled {
      sources = Set.copyOf(sources);
    }
  }

  /** A test of the run with that number ended. */
  record TestEnded(int run, TestResult result) implements Event {}

  /** The run with that number is over. */
  record Done(int run, Outcome outcome) implements Event {}

  /** The run with that number could not judge at all. */
  record Failed(int run, Trouble trouble) implements Event {}

  /** The current exercise's file is the starter again; the version before is kept there. */
  record WasReset(Draft draft, String kept) implements Event {}

  /** The texts for comparing were read. */
  record Compared(String draft, String solution) implements Event {}

  /** Something around the session is worth a line. */
  record Noticed(String text) implements Event {}

  /** A run has been under way for so long. */
  record Passed(int run, int seconds) implements Event {}

  record Resized(int columns, int rows) implements Event {}
}
