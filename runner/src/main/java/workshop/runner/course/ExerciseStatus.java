package workshop.runner.course;

import java.util.Optional;
import workshop.testkit.exercise.State;

/**
 * The state of an exercise: its last verdict, compared with its file as it is now.
 *
 * @param edited whether the file changed after the last verdict
 * @param filled whether {@code goto} replaced the file with the solution
 */
public record ExerciseStatus(Exercise exercise, State state, boolean edited, boolean filled) {

  public static ExerciseStatus of(Exercise exercise, Optional<Progress.Mark> mark, Draft draft) {
    if (!draft.worthRunning() || (mark.isEmpty() && draft.starter())) {
      return new ExerciseStatus(exercise, State.NOT_STARTED, false, false);
    }
    return mark.map(m ->
            new ExerciseStatus(exercise, m.state(), !m.digest().equals(draft.digest()), m.filled()))
        .orElseGet(() -> new ExerciseStatus(exercise, State.NOT_STARTED, true, false));
  }

  public boolean solved() {
    return state == State.PASSED;
  }
}
