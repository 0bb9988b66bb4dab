package workshop.comparison.rows;

import java.util.List;
import java.util.Optional;
import workshop.comparison.result.Figure;
import workshop.comparison.result.Goal;
import workshop.comparison.result.Numbers;
import workshop.comparison.result.Sample;

/** Finds figures by name, and states what two of their values say about a goal. */
final class Named {

  private Named() {}

  static Optional<Figure> figure(List<Figure> figures, String id) {
    return figures.stream().filter(figure -> figure.id().equals(id)).findFirst();
  }

  /** A goal that compares the medians of two contenders at one place of a figure. */
  static Goal goal(
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
    return new Goal(text, wanted, atLeast, reached, because);
  }
}
