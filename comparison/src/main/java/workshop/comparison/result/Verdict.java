package workshop.comparison.result;

/**
 * What a claim is worth on this machine.
 *
 * @param claim the sentence that was put to the test
 * @param expected what the guide answers to "is asynchronous I/O a good fit?": "Excellent", "No",
 *     "Maybe, with care"; empty if the claim is none of its rows
 * @param judgment what the measurement says
 * @param rule by which the judgment follows from the figures, with its thresholds
 * @param because the numbers that decided, as a sentence
 */
public record Verdict(
    String claim, String expected, Judgment judgment, String rule, String because) {

  /** What the measurement says of a claim. */
  public enum Judgment {
    HOLDS,
    HOLDS_IN_PART,
    DOES_NOT_HOLD,
    /** The runs overlap so much that another run may say the opposite. */
    TOO_CLOSE,
    NOT_MEASURED
  }
}
