package workshop.comparison.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import workshop.comparison.result.Verdict.Judgment;

/**
 * How many times one contender's value is another's, round by round: what disturbed a round has
 * disturbed both. Where they were not measured equally often, each value is compared with each.
 *
 * @param rounds the ratio in each round, in no order; never empty
 * @param runs how often both were measured, as a remark in parentheses
 */
public record Ratio(List<Double> rounds, String runs) {

  /** The part of all rounds that must agree before a ratio decides anything. */
  public static final String RULE =
      "Two are compared round by round, or each run with each if one was measured less often; the"
          + " ratio that is told is the median of those, and not always that of the medians in the"
          + " tables. If less than three quarters of them agree, that comparison and with it the"
          + " verdict is too close to tell";

  private static final double AGREE = 0.75;

  /** Whether a ratio is beyond a threshold. */
  public enum Is {
    YES,
    NO,
    UNCLEAR
  }

  public Ratio {
    rounds = List.copyOf(rounds);
    if (rounds.isEmpty()) {
      throw new IllegalArgumentException("A ratio needs at least one round");
    }
  }

  public static Ratio of(Sample mine, Sample other) {
    List<Double> rounds = new ArrayList<>();
    boolean paired = mine.runs().size() == other.runs().size();
    for (int i = 0; i < mine.runs().size(); i++) {
      for (int k = paired ? i : 0; k < (paired ? i + 1 : other.runs().size()); k++) {
        rounds.add(mine.runs().get(i) / other.runs().get(k));
      }
    }
    int count = mine.runs().size();
    String runs =
        paired
            ? "(%d %s)".formatted(count, count == 1 ? "run" : "runs")
            : "(%d %s against %d)"
                .formatted(count, count == 1 ? "run" : "runs", other.runs().size());
    return new Ratio(rounds, runs);
  }

  /** The ratio of two contenders at a place, if both were measured there. */
  public static Optional<Ratio> in(
      Optional<Figure> figure, String mine, String other, String place) {
    return figure.flatMap(
        f -> f.at(mine, place).flatMap(a -> f.at(other, place).map(b -> of(a, b))));
  }

  /**
   * Whether the runs of two allow a ratio of medians on either side of {@code wanted}, so that what
   * was met or missed by it may turn around.
   */
  public static boolean mayBeEither(Sample mine, Sample other, double wanted) {
    return mine.min() / other.max() < wanted && wanted < mine.max() / other.min();
  }

  /**
   * "100 to 120 against 90.0 to 95.0", with a warning if what was met or missed by {@code wanted}
   * may turn around.
   */
  public static String spreads(Sample mine, Sample other, double wanted) {
    return "%s to %s against %s to %s%s"
        .formatted(
            Numbers.value(mine.min()),
            Numbers.value(mine.max()),
            Numbers.value(other.min()),
            Numbers.value(other.max()),
            mayBeEither(mine, other, wanted) ? ": another run may turn this around" : "");
  }

  public double median() {
    return new Sample(rounds).median();
  }

  public Is atLeast(double threshold) {
    return is(ratio -> ratio >= threshold);
  }

  public Is atMost(double threshold) {
    return is(ratio -> ratio <= threshold);
  }

  private Is is(DoublePredicate beyond) {
    double share =
        (double) rounds.stream().filter(ratio -> beyond.test(ratio)).count() / rounds.size();
    if (share >= AGREE) {
      return Is.YES;
    }
    return share <= 1 - AGREE ? Is.NO : Is.UNCLEAR;
  }

  /** All conditions met: holds. None: does not. Some: in part. One undecided: too close. */
  public static Judgment judge(List<Is> conditions) {
    if (conditions.isEmpty()) {
      return Judgment.NOT_MEASURED;
    }
    if (conditions.contains(Is.UNCLEAR)) {
      return Judgment.TOO_CLOSE;
    }
    if (!conditions.contains(Is.NO)) {
      return Judgment.HOLDS;
    }
    return conditions.contains(Is.YES) ? Judgment.HOLDS_IN_PART : Judgment.DOES_NOT_HOLD;
  }

  /** As {@link Numbers#ratio} writes the median. */
  @Override
  public String toString() {
    return Numbers.ratio(median());
  }
}
