package workshop.testkit.exercise;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import workshop.testkit.diagnosis.FailureReport;

/**
 * The result of one test.
 *
 * @param name the test's name as a sentence
 * @param message the message of the failure, or why it was skipped; null if it passed
 * @param trace the stack trace of the failure; otherwise null
 * @param report the failure as data; null for exceptions other than {@code Diagnosis}
 */
public record TestResult(
    String name,
    Status status,
    long millis,
    @Nullable String message,
    @Nullable String trace,
    @Nullable FailureReport report) {

  /** A result without a report. */
  public TestResult(
      String name, Status status, long millis, @Nullable String message, @Nullable String trace) {
    this(name, status, millis, message, trace, null);
  }

  public enum Status {
    PASSED,
    FAILED,
    /** An assumption did not hold, such as the operating system that a test needs. */
    SKIPPED;

    /** Returns the name for scripts, such as {@code passed}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public boolean failed() {
    return status == Status.FAILED;
  }

  static TestResult passed(String name, long millis) {
    return new TestResult(name, Status.PASSED, millis, null, null);
  }

  /** Returns the result of a test that did not run, and why. */
  public static TestResult skipped(String name, String reason) {
    return new TestResult(name, Status.SKIPPED, 0, reason, null);
  }
}
