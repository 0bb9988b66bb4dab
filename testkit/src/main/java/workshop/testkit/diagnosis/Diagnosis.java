package workshop.testkit.diagnosis;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A failed expectation, told so that a learner can go on: what happened, what it means, what to do.
 *
 * <p>The three parts are the message; evidence (a timeline, a stack) follows them. Thrown by every
 * detector of this testkit in place of a bare assertion error.
 */
public final class Diagnosis extends AssertionError {

  private static final long serialVersionUID = 1L;

  private Diagnosis(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** Starts a message with what was observed: facts only, with file, position and thread. */
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

    /** Completes the message with the next step: a direction, not the answer. */
    public Diagnosis nextStep(String nextStep) {
      return new Diagnosis(
          paragraph("What happened", observed)
              + paragraph("What it means", meaning)
              + paragraph("What to do", requireNonNull(nextStep, "nextStep")).stripTrailing(),
          null);
    }
  }

  /** Returns the same message with a place where the reader finds more; before any evidence. */
  public Diagnosis readOn(String place) {
    return copy(getMessage() + "\n" + column("Read on") + place, getCause());
  }

  /** Returns the same message followed by {@code facts}, under a title of their own. */
  public Diagnosis evidence(String title, Object facts) {
    return copy(getMessage() + "\n\n" + title + "\n" + facts, getCause());
  }

  /** Returns the same message with the error that led to it. */
  public Diagnosis because(@Nullable Throwable cause) {
    return copy(String.valueOf(getMessage()), cause);
  }

  private Diagnosis copy(String message, @Nullable Throwable cause) {
    Diagnosis copy = new Diagnosis(message, cause);
    copy.setStackTrace(getStackTrace());
    for (Throwable suppressed : getSuppressed()) {
      copy.addSuppressed(suppressed);
    }
    return copy;
  }

  /** Titles stand in a column, so that the eye finds the three parts in every failure. */
  private static String paragraph(String title, String text) {
    return column(title) + sentence(text.strip()).replace("\n", "\n" + column("")) + "\n";
  }

  private static String column(String title) {
    return "%-15s".formatted(title);
  }

  /** Detectors begin with whatever they saw; a learner reads whole sentences. */
  private static String sentence(String text) {
    boolean beginsWithWord = text.matches("(?s)[a-z]+[ ,:].*"); // and not with notes.txt or read()
    String begun =
        beginsWithWord ? text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) : text;
    return Character.isLetterOrDigit(begun.charAt(begun.length() - 1)) ? begun + "." : begun;
  }
}
