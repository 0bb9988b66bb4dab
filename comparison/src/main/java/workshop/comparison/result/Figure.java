package workshop.comparison.result;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * The numbers of one measure.
 *
 * @param settings what a number depends on beside the contender and the place: a name with a gap,
 *     such as "%s in flight", and what fills it. Figures with other settings are not comparable
 * @param lines one for each contender; the first is the baseline
 */
public record Figure(Measure measure, Map<String, String> settings, List<Line> lines) {

  public record Line(Contender contender, List<Point> points) {}

  /**
   * What was measured at one place of the axis.
   *
   * @param at a size, a number of connections, a percentile
   */
  public record Point(String at, Sample sample) {}

  public String title() {
    return measure.title(settings);
  }

  /** The sample of a contender at a place, if it was measured. */
  public Optional<Sample> at(Contender contender, String place) {
    return lines.stream()
        .filter(line -> line.contender() == contender)
        .flatMap(line -> line.points().stream())
        .filter(point -> point.at().equals(place))
        .map(Point::sample)
        .findFirst();
  }

  /** All places, in the order in which they were measured first. */
  public SequencedSet<String> places() {
    SequencedSet<String> places = new LinkedHashSet<>();
    lines.forEach(line -> line.points().forEach(point -> places.add(point.at())));
    return places;
  }
}
