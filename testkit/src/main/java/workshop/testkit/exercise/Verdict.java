package workshop.testkit.exercise;

import java.util.List;
import java.util.Optional;

/**
 * The answer to "does this code pass this suite?".
 *
 * @param millis how long the suite ran
 * @param tests one result per test, in the order in which they ran
 * @param recorded the run that is worth a picture, if any was recorded
 */
public record Verdict(
    State state, long millis, List<TestResult> tests, Optional<RecordedRun> recorded) {

  public Verdict {
    tests = List.copyOf(tests);
  }

  /** Returns the failure that a learner should look at first. */
  public Optional<TestResult> firstFailure() {
    return tests.stream().filter(t -> t.status() == TestResult.Status.FAILED).findFirst();
  }
}
