package workshop.comparison.result;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * The numbers of one measure.
 *
 * @param settings what a number depends on besides the contender and the place: a name with a
 *     placeholder, such as "%s in flight", and its value. Figures with different settings are not
 *     comparable
 * @param lines one for each contender; the first is the baseline
 */
public record Figure(Measure measure, Map<String, String> settings, List<Line> lines) {

  public record Line(Contender contender, List<Point> points) {}

  /**
   * The values that were measured at one place on the axis.
   *
   * @param at the place: a size, a number of connections, or a percentile
   */
  public record Point(String at, Sample sample) {}

  public String title() {
    return measure.title(settings);
  }

  /** Returns the sample of a contender at a place, if it was measured. */
  public Optional<Sample> at(Contender contender, String place) {
    return lines.stream()
        .filter(line -> line.contender() == contender)
        .flatMap(line -> line.points().stream())
        .filter(point -> point.at().equals(place))
        .map(Point::sample)
        .findFirst();
  }

  /** Returns all places, in the order in which they were first measured. */
  public SequencedSet<String> places() {
    SequencedSet<String> places = new LinkedHashSet<>();
    lines.forEach(line -> line.points().forEach(point -> places.add(point.at())));
    return places;
  }
}
