package workshop.comparison.rows;

import java.util.Optional;
import workshop.comparison.result.Figure;
import workshop.comparison.result.Goal;
import workshop.comparison.result.Numbers;
import workshop.comparison.result.Ratio;
import workshop.comparison.result.Sample;

/** States what two values of a figure say about a goal. */
final class Goals {

  private Goals() {}

  /** A goal that compares the medians of two contenders at one place of a figure. */
  static Goal ofMedians(
      String text,
      double wanted,
      boolean atLeast,
      Optional<Figure> figure,
      String mine,
      String other,
      String place) {
    Optional<Sample> ours = figure.flatMap(f -> f.at(mine, place));
    Optional<Sample> theirs = figure.flatMap(f -> f.at(other, place));
    if (ours.isEmpty() || theirs.isEmpty()) {
      String missing = ours.isEmpty() ? mine : other;
      return new Goal(text, wanted, atLeast, Double.NaN, missing + " was not measured");
    }
    double reached = ours.get().median() / theirs.get().median();
    String unit = figure.orElseThrow().metric().unit();
    String because =
        "%s: %s %s (%s), %s: %s %s (%s)"
            .formatted(
                mine,
                Numbers.value(ours.get().median()),
                unit,
                Numbers.runs(ours.get()),
                other,
                Numbers.value(theirs.get().median()),
                unit,
                Numbers.runs(theirs.get()));
    if (Ratio.mayBeEither(ours.get(), theirs.get(), wanted)) {
      because += ". The runs: %s.".formatted(Ratio.spreads(ours.get(), theirs.get(), wanted));
    }
    return new Goal(text, wanted, atLeast, reached, because);
  }
}
