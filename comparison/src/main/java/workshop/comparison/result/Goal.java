package workshop.comparison.result;

/**
 * A ratio that the workshop's own code is to reach against a peer or a limit in the same run.
 *
 * @param text the goal as a sentence
 * @param wanted the ratio that decides
 * @param atLeast true if more is better, false if the ratio may at most be {@code wanted}
 * @param reached the ratio of the medians; NaN if a side was not measured
 * @param because the two medians as a sentence, or what was missing
 */
public record Goal(String text, double wanted, boolean atLeast, double reached, String because) {

  /** Whether the goal was measured at all. */
  public boolean measured() {
    return !Double.isNaN(reached);
  }

  /** Whether it was measured and met. */
  public boolean met() {
    return measured() && (atLeast ? reached >= wanted : reached <= wanted);
  }
}
