package workshop.testkit.exercise;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import workshop.testkit.diagnosis.FailureReport;

/**
 * What one test of a suite said.
 *
 * @param name the test's name as a sentence
 * @param millis how long it ran
 * @param message what a failed test says to the learner; null when it passed
 * @param trace the stack trace behind the message, for those who want it; null when it passed
 * @param report the same as the message, as data; null unless a detector or a suite found the words
 */
public record TestResult(
    String name,
    Status status,
    long millis,
    @Nullable String message,
    @Nullable String trace,
    @Nullable FailureReport report) {

  /** Makes a result without a report. */
  public TestResult(
      String name, Status status, long millis, @Nullable String message, @Nullable String trace) {
    this(name, status, millis, message, trace, null);
  }

  /** How a test ended. */
  public enum Status {
    PASSED,
    FAILED,
    /** An assumption did not hold, such as the operating system that a test needs. */
    SKIPPED;

    /** Returns the name that scripts see, such as {@code passed}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static TestResult passed(String name, long millis) {
    return new TestResult(name, Status.PASSED, millis, null, null);
  }

  /** Returns the result of a test that did not run, and why. */
  public static TestResult skipped(String name, String reason) {
    return new TestResult(name, Status.SKIPPED, 0, reason, null);
  }
}
