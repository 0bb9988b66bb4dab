package workshop.testkit.exercise;

import java.util.List;
import java.util.Optional;

/**
 * The result of a suite.
 *
 * @param tests the results in the order of the tests
 * @param recorded the most interesting run, if one was recorded
 */
public record Verdict(
    State state, long millis, List<TestResult> tests, Optional<RecordedRun> recorded) {

  public Verdict {
    tests = List.copyOf(tests);
  }

  /** Returns the first failure. */
  public Optional<TestResult> firstFailure() {
    return tests.stream().filter(t -> t.status() == TestResult.Status.FAILED).findFirst();
  }
}
