package workshop.runner.worker;

import java.util.List;
import org.jspecify.annotations.Nullable;
import workshop.testkit.diagnosis.FailureReport;
import workshop.testkit.exercise.RecordedRun;
import workshop.testkit.exercise.State;

/**
 * How a suite ended.
 *
 * @param output what the code printed
 * @param notes further remarks, if the suite ran to its end
 * @param reusable whether the run left nothing behind in its JVM
 * @param recorded the run for the timeline
 * @param stopped why the suite did not run to its end; null if it did
 */
public record SuiteResult(
    State state,
    Output output,
    List<String> notes,
    boolean reusable,
    @Nullable RecordedRun recorded,
    @Nullable FailureReport stopped) {

  public SuiteResult {
    notes = List.copyOf(notes);
  }

  /** Returns the result of a suite that was stopped, or that stopped its JVM. */
  static SuiteResult stopped(State state, Output output, FailureReport why) {
    return new SuiteResult(state, output, List.of(), false, null, why.shortened());
  }
}
