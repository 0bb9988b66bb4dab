package workshop.comparison.answer;

import workshop.comparison.result.Numbers;
import workshop.comparison.result.Ratio;

/**
 * The result of a comparison.
 *
 * @param ratio how many times faster {@code mine} is; below 1 if it is slower
 */
public record Finding(Comparison comparison, Ratio ratio) {

  /** A smaller difference is no reason to rewrite a program. */
  private static final double MATTERS = 1.1;

  /** If the whole interval lies within 25%, the two count as equally fast. */
  private static final double NEAR = 1.25;

  /** The conclusion that the interval of the ratio supports. */
  public enum Outcome {
    FASTER,
    EQUAL,
    SLOWER,
    UNCLEAR
  }

  /**
   * The outcome. A difference counts if it is large enough to matter and its interval excludes
   * equality.
   */
  public Outcome outcome() {
    if (ratio.value() >= MATTERS && ratio.low() > 1) {
      return Outcome.FASTER;
    }
    if (ratio.value() <= 1 / MATTERS && ratio.high() < 1) {
      return Outcome.SLOWER;
    }
    boolean near = ratio.low() >= 1 / NEAR && ratio.high() <= NEAR;
    return near ? Outcome.EQUAL : Outcome.UNCLEAR;
  }

  /**
   * Returns whether {@code mine} may be {@code share} times as fast as the other. Uses the interval
   * if there is one.
   */
  boolean mayReach(double share) {
    return (ratio.hasInterval() ? ratio.high() : ratio.value()) >= share;
  }

  /** "1.8 times faster". */
  public String words() {
    return switch (outcome()) {
      case FASTER -> Numbers.ratio(ratio.value()) + " times faster";
      case SLOWER -> Numbers.ratio(1 / ratio.value()) + " times slower";
      case EQUAL -> "about equally fast";
      case UNCLEAR ->
          ratio.hasInterval()
              ? "unclear, " + interval() + " as fast"
              : "about %s times faster in a single run".formatted(Numbers.ratio(ratio.value()));
    };
  }

  /** "1.6 to 2.0 times", or a note that there is no interval. */
  public String interval() {
    return ratio.hasInterval()
        ? "%s to %s times".formatted(Numbers.ratio(ratio.low()), Numbers.ratio(ratio.high()))
        : "none, a single run";
  }
}
