package workshop.comparison.answer;

import workshop.comparison.result.Numbers;
import workshop.comparison.result.Ratio;

/**
 * How a comparison came out.
 *
 * @param ratio how many times faster {@code mine} is; below 1 if it is slower
 */
public record Finding(Comparison comparison, Ratio ratio) {

  /** A smaller difference is no reason to rewrite a program. */
  private static final double MATTERS = 1.1;

  /** An interval within 25% allows to call two equally fast. */
  private static final double NEAR = 1.25;

  /** What the interval of the ratio allows to say. */
  public enum Outcome {
    FASTER,
    EQUAL,
    SLOWER,
    UNCLEAR
  }

  /**
   * The outcome: a difference counts if it matters and its interval excludes that there is none.
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

  /** Whether {@code mine} may be so many times as fast as the other, by the interval if any. */
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

  /** "1.6 to 2.0 times", or that there is none. */
  public String interval() {
    return ratio.hasInterval()
        ? "%s to %s times".formatted(Numbers.ratio(ratio.low()), Numbers.ratio(ratio.high()))
        : "none, a single run";
  }
}
