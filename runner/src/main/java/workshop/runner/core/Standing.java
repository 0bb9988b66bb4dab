package workshop.runner.core;

import java.util.Optional;
import workshop.testkit.exercise.State;

/**
 * How an exercise stands: what the tests said last, held against its file of now.
 *
 * @param edited whether the file changed since the tests spoke, so that they may think otherwise
 *     now
 * @param filled whether the solution was put there by {@code goto}, for somebody who joined late
 */
public record Standing(Exercise exercise, State state, boolean edited, boolean filled) {

  public static Standing of(Exercise exercise, Optional<Progress.Mark> mark, Source source) {
    if (!source.worthRunning() || (mark.isEmpty() && source.starter())) {
      return new Standing(exercise, State.NOT_STARTED, false, false);
    }
    return mark.map(
            m -> new Standing(exercise, m.state(), !m.digest().equals(source.digest()), m.filled()))
        .orElseGet(() -> new Standing(exercise, State.NOT_STARTED, true, false));
  }

  public boolean solved() {
    return state == State.PASSED;
  }
}
