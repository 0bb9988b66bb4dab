package workshop.runner.watch;

import workshop.runner.course.Draft;
import workshop.runner.course.Exercise;

/**
 * The files that a session reads and resets. Each method throws {@link
 * workshop.runner.course.WorkshopException} if a file cannot be read or written.
 */
public interface SessionFiles {

  /** Returns the exercise's file as it is now. */
  Draft draft(Exercise exercise);

  /** Returns the text of the solution. */
  String solution(Exercise exercise);

  /** Restores the starter; returns where the learner's version is kept, or an empty text. */
  String reset(Exercise exercise);
}
