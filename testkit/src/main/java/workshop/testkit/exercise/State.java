package workshop.testkit.exercise;

import java.util.Locale;

/** The state of an exercise. */
public enum State {
  /** Every test of the suite passed. */
  PASSED,
  /** At least one test failed. */
  FAILED,
  /** The file is still the starter. */
  NOT_STARTED,
  /** The file, or one that it needs, does not compile. */
  COMPILE_ERROR,
  /** The suite ran no test, so something is wrong with the suite. */
  NO_TESTS,
  /** The suite did not end before its deadline and was stopped. */
  TIMED_OUT;

  /** Returns the name for scripts, such as {@code compile-error}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
