package workshop.runner.judge;

import workshop.runner.course.Exercise;
import workshop.runner.course.WorkshopException;
import workshop.testkit.exercise.TestResult;

/** Compiles exercises and runs their suites, one at a time. */
public interface ExerciseJudge extends AutoCloseable {

  /** Receives the progress of a run, on a thread of the judge; must not block. */
  interface Listener {

    /** A test ended. */
    default void ended(TestResult test) {}

    /** A message for the user, for example about a new build. */
    default void notice(String text) {}

    /** The run has ended. Each run ends with one call of this method or of {@link #failed}. */
    void done(ExerciseResult result);

    /** The exercise could not be judged. */
    void failed(WorkshopException failure);
  }

  /** A run in progress. */
  interface Run {

    /** Stops the run early; the result then says where the code was. Returns at once. */
    void stop();

    /** Ends the run at once. */
    void abandon();
  }

  /** Starts a run and returns at once. A run in progress ends first. */
  Run start(Submission submission, Listener listener);

  /** Prepares for the exercise, so that its next run is fast. Returns at once. */
  void prepare(Exercise exercise);

  /** Stops everything. */
  @Override
  void close();
}
