package workshop.runner.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import workshop.runner.course.Exercise;
import workshop.runner.course.ExerciseId;
import workshop.runner.judge.ExerciseResult;
import workshop.runner.ui.ResultView;
import workshop.testkit.exercise.State;

/**
 * The results of a check. They are printed in the order of the catalog, even if they arrive in
 * another order. On a terminal, the last line counts them. Not safe for use by several threads.
 */
final class Tally {

  private static final String CLEAR = "\r\u001b[K";

  private final Workshop workshop;
  private final List<Exercise> exercises;
  private final boolean quiet;
  private final Map<ExerciseId, ExerciseResult> results = new TreeMap<>();
  private final Deque<Exercise> untold;

  Tally(Workshop workshop, List<Exercise> exercises, boolean quiet) {
    this.workshop = workshop;
    this.exercises = exercises;
    this.quiet = quiet;
    this.untold = new ArrayDeque<>(exercises);
  }

  void add(Exercise exercise, ExerciseResult result) {
    results.put(exercise.id(), result);
    if (quiet) {
      return;
    }
    boolean terminal = workshop.environment().outputIsTerminal();
    if (terminal) {
      workshop.environment().out().print(CLEAR);
    }
    while (!untold.isEmpty() && results.containsKey(untold.getFirst().id())) {
      Exercise next = untold.removeFirst();
      workshop.print(ResultView.headline(next, result(next)));
    }
    if (terminal && !untold.isEmpty()) {
      workshop
          .environment()
          .out()
          .print("  " + results.size() + " of " + exercises.size() + " judged ...");
      workshop.environment().out().flush();
    }
  }

  ExerciseResult result(Exercise exercise) {
    return results.getOrDefault(exercise.id(), new ExerciseResult.Untouched());
  }

  long passed() {
    return results.values().stream().filter(o -> o.state() == State.PASSED).count();
  }
}
