package workshop.runner.watch;

import java.io.IOException;
import workshop.runner.course.Draft;
import workshop.runner.course.Exercise;

/** The files that a session reads and resets. */
public interface SessionFiles {

  /** Returns the exercise's file as it is now. */
  Draft draft(Exercise exercise) throws IOException;

  /** Returns the text of the solution. */
  String solution(Exercise exercise) throws IOException;

  /** Restores the starter. Returns where the learner's version is kept, or an empty string. */
  String reset(Exercise exercise) throws IOException;
}
