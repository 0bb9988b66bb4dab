package workshop.runner.port;

import java.util.Set;
import workshop.runner.core.Exercise;
import workshop.runner.core.Outcome;
import workshop.runner.core.Trouble;
import workshop.testkit.exercise.TestResult;

/** Compiles and runs suites, one at a time. */
public interface Tests extends AutoCloseable {

  /** What is put to the test. */
  sealed interface Subject {

    /** The learner's file, with this text in it. */
    record Draft(String text) implements Subject {}

    /** The solution that comes with the workshop. */
    record Solution() implements Subject {}
  }

  /** Told how a run goes, on a thread of the implementation; must not block. */
  interface Listener {

    /**
     * It was compiled.
     *
     * @param sources the files that went in: a change of one of them may change the verdict
     */
    void compiled(Set<String> sources);

    /** A test ended. */
    void ended(TestResult result);

    /** All is over. Each run ends with one call of this method or of the next. */
    void done(Outcome outcome);

    /** It could not be judged at all. */
    void failed(Trouble trouble);
  }

  /** A run under way. */
  interface Run {

    /** Asks for an early end; the outcome then says where the code was. Returns at once. */
    void stop();

    /** Ends it at once, without asking where it is. */
    void abandon();
  }

  /** Starts a run and returns at once. A run that is under way ends first. */
  Run start(Exercise exercise, Subject subject, Listener listener);

  /** Gets ready for the exercise, so that its next run is quick. Returns at once. */
  void prepare(Exercise exercise);

  /** Stops everything. */
  @Override
  void close();
}
