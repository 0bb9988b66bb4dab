package workshop.comparison.answer;

import java.util.Optional;
import workshop.comparison.result.Contender;
import workshop.comparison.result.Figure;
import workshop.comparison.result.Measure;
import workshop.comparison.result.Ratio;
import workshop.comparison.result.Results;

/**
 * Two contenders at the same work.
 *
 * @param where the kind of disk or request, if a topic has several; else empty
 * @param basis whether the outcome is a fact about this machine or follows from a simulated wait
 * @param at the place of the figure
 */
public record Comparison(
    String where, Basis basis, Measure measure, String at, Contender mine, Contender other) {

  /** Where the waiting comes from. */
  public enum Basis {
    /** The work and its waits are real. */
    MEASURED,
    /** The wait is simulated, so that the ratio follows from arithmetic for the most part. */
    MODEL
  }

  /** The outcome, if both were measured. */
  public Optional<Finding> in(Results results) {
    return results.figure(measure).flatMap(this::in);
  }

  private Optional<Finding> in(Figure figure) {
    return figure
        .at(mine, at)
        .flatMap(a -> figure.at(other, at).map(b -> Ratio.of(a, b)))
        .map(ratio -> new Finding(this, measure.moreIsBetter() ? ratio : ratio.inverse()));
  }
}
