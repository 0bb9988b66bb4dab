package workshop.runner.worker;

import java.util.ArrayList;
import java.util.List;
import workshop.testkit.exercise.Judge;
import workshop.testkit.exercise.TestResult;

/** The tests that had not ended when their suite was stopped. */
final class Remaining {

  private static final String REASON = "no time was left for it";

  private Remaining() {}

  /**
   * Returns a result for each test that has none, in the suite's order. Runs no test.
   *
   * @param ended the names of the tests that ended
   */
  static List<TestResult> of(Class<?> suite, List<String> ended) {
    List<String> names = new ArrayList<>(Judge.testsOf(suite));
    ended.forEach(names::remove);
    return names.stream().map(name -> TestResult.skipped(name, REASON)).toList();
  }
}
