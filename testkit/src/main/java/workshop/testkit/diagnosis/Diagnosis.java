package workshop.testkit.diagnosis;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Carries a {@link FailureReport} out of a failed test: {@code throw
 * Diagnosis.observed(…).means(…).nextStep(…)}. Its message is the report as text.
 */
public final class Diagnosis extends AssertionError {

  private static final long serialVersionUID = 1L;

  private final transient FailureReport report;

  private Diagnosis(FailureReport report, @Nullable Throwable cause) {
    super(report.toString(), cause);
    this.report = report;
  }

  /** Starts a report with what was observed: facts only, with file, position and thread. */
  public static Observed observed(String observed) {
    return new Observed(requireNonNull(observed, "observed"));
  }

  /** What was observed; still lacks its meaning. */
  public record Observed(String text) {

    /** Adds what the observation means for the program that the learner is writing. */
    public Meaning means(String meaning) {
      return new Meaning(text, requireNonNull(meaning, "meaning"));
    }
  }

  /** What was observed and what it means; still lacks the next step. */
  public record Meaning(String observed, String meaning) {

    /** Completes the report with the next step: a direction, not the answer. */
    public Diagnosis nextStep(String nextStep) {
      requireNonNull(nextStep, "nextStep");
      return new Diagnosis(new FailureReport(observed, meaning, nextStep, null, List.of()), null);
    }
  }

  /** Returns the report as data. */
  public FailureReport report() {
    return report;
  }

  /** Returns the same failure with a place where the reader finds more. */
  public Diagnosis readOn(String place) {
    return copy(report.readOn(place), getCause());
  }

  /** Returns the same failure with {@code facts}, under a title of their own. */
  public Diagnosis evidence(String title, Object facts) {
    return copy(report.with(title, facts), getCause());
  }

  /** Returns the same failure with the error that led to it. */
  public Diagnosis because(@Nullable Throwable cause) {
    return copy(report, cause);
  }

  private Diagnosis copy(FailureReport other, @Nullable Throwable cause) {
    Diagnosis copy = new Diagnosis(other, cause);
    copy.setStackTrace(getStackTrace());
    for (Throwable suppressed : getSuppressed()) {
      copy.addSuppressed(suppressed);
    }
    return copy;
  }
}
