package workshop.runner.command;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import workshop.runner.core.Exercise;
import workshop.runner.core.ExerciseId;
import workshop.runner.core.Outcome;
import workshop.runner.view.OutcomeView;
import workshop.testkit.exercise.State;

/**
 * The outcomes of a check, told in the order of the catalog however they come in. On a terminal a
 * line below says how many there are. Not safe for use by several threads.
 */
final class Tally {

  private static final String CLEAR = "\r\u001b[K";

  private final Workshop workshop;
  private final List<Exercise> exercises;
  private final boolean quiet;
  private final Map<ExerciseId, Outcome> outcomes = new TreeMap<>();
  private final Deque<Exercise> untold;

  Tally(Workshop workshop, List<Exercise> exercises, boolean quiet) {
    this.workshop = workshop;
    this.exercises = exercises;
    this.quiet = quiet;
    this.untold = new ArrayDeque<>(exercises);
  }

  void add(Exercise exercise, Outcome outcome) {
    outcomes.put(exercise.id(), outcome);
    if (quiet) {
      return;
    }
    boolean terminal = workshop.surroundings().outputIsTerminal();
    if (terminal) {
      workshop.surroundings().out().print(CLEAR);
    }
    while (!untold.isEmpty() && outcomes.containsKey(untold.getFirst().id())) {
      Exercise next = untold.removeFirst();
      workshop.print(OutcomeView.headline(next, outcome(next)));
    }
    if (terminal && !untold.isEmpty()) {
      workshop
          .surroundings()
          .out()
          .print("  " + outcomes.size() + " of " + exercises.size() + " judged ...");
      workshop.surroundings().out().flush();
    }
  }

  Outcome outcome(Exercise exercise) {
    return outcomes.getOrDefault(exercise.id(), new Outcome.Untouched());
  }

  long passed() {
    return outcomes.values().stream().filter(o -> o.state() == State.PASSED).count();
  }
}
