package workshop.comparison.result;

import java.util.List;
import java.util.Optional;

/**
 * One plot, and the table that says the same in numbers: one metric, for several techniques, at
 * several places of an axis.
 *
 * @param id unique within the answer, stable over versions: {@code --against} finds it by this
 * @param title a few words, without the unit; where it differs, another load was measured, and
 *     {@code --against} does not compare the numbers
 * @param metric what the values are
 * @param axis what the points of a line differ in
 * @param lines one for each technique or peer; the first is the baseline that ratios refer to
 */
public record Figure(String id, String title, Metric metric, Axis axis, List<Line> lines) {

  public Figure {
    lines = List.copyOf(lines);
  }

  /** Returns the figure with this identifier, if it is among {@code figures}. */
  public static Optional<Figure> find(List<Figure> figures, String id) {
    return figures.stream().filter(figure -> figure.id().equals(id)).findFirst();
  }

  /** The sample of a contender at a place of the axis, if it was measured. */
  public Optional<Sample> at(String contender, String place) {
    return lines.stream()
        .filter(line -> line.contender().name().equals(contender))
        .flatMap(line -> line.points().stream())
        .filter(point -> point.at().equals(place))
        .map(Point::sample)
        .findFirst();
  }
}
