package workshop.testkit.diagnosis;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A failure with a {@link FailureReport}: {@code throw Diagnosis.observed(…).means(…).nextStep(…)}.
 * Its message is the report as text.
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

  /** A report without its meaning. */
  public record Observed(String text) {

    /** Adds what the observation means for the learner's program. */
    public Meaning means(String meaning) {
      return new Meaning(text, requireNonNull(meaning, "meaning"));
    }
  }

  /** A report without its next step. */
  public record Meaning(String observed, String meaning) {

    /** Adds the next step: a hint, not the answer. */
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

  /** Returns the same failure with one more piece of evidence. */
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
