package workshop.comparison.report;

import java.util.List;
import java.util.stream.DoubleStream;
import workshop.comparison.result.Axis;
import workshop.comparison.result.Contender;
import workshop.comparison.result.Figure;
import workshop.comparison.result.Line;
import workshop.comparison.result.Numbers;
import workshop.comparison.result.Point;

/**
 * What the page's script needs to have a figure plotted, written into the page as JSON.
 *
 * @param values the metric and its unit
 * @param titles the places as they stand above a panel of their own
 * @param logarithmic whether the values are shown over a logarithmic axis; bars never are
 */
record PlotData(
    Axis.Kind kind,
    String label,
    String values,
    boolean logarithmic,
    List<String> places,
    List<String> titles,
    List<Series> series) {

  /** Values that span more than this would lie on the zero line of a linear axis. */
  private static final double WIDE = 30;

  record Series(String name, Contender.Kind kind, int number, List<Mark> marks) {}

  /** A median and its spread. What is not finite is left out: the table has it. */
  record Mark(String at, double median, double min, double max, boolean single, String text) {}

  static PlotData of(Figure figure, Palette palette) {
    return new PlotData(
        figure.axis().kind(),
        figure.axis().label(),
        figure.metric().name() + ", " + figure.metric().unit(),
        figure.axis().kind() != Axis.Kind.NAMES && wide(figure),
        FigureText.places(figure),
        FigureText.places(figure).stream()
            .map(place -> FigureText.placeWithLabel(figure.axis(), place))
            .toList(),
        figure.lines().stream().map(line -> series(line, palette)).toList());
  }

  /** What to know in order to read the plot. */
  String caption() {
    if (kind == Axis.Kind.NAMES) {
      return "Bars: medians, from zero. "
          + whiskers()
          + (places.size() > 1 ? " Each panel has a scale of its own." : "");
    }
    String across =
        kind == Axis.Kind.PERCENTILES
            ? "To the right, each step leaves a tenth as many that are slower"
            : "The horizontal axis is logarithmic";
    List<String> off = places.stream().filter(place -> !onAxis(FigureText.number(place))).toList();
    return "Lines: medians. %s %s; the vertical axis is %s.%s"
        .formatted(
            whiskers(),
            across,
            logarithmic ? "logarithmic too" : "linear, from zero",
            off.isEmpty() ? "" : " Only in the table: " + String.join(", ", off) + ".");
  }

  /** What is drawn without them looks like the surest of all, and is the opposite. */
  private String whiskers() {
    boolean single = series.stream().flatMap(s -> s.marks().stream()).anyMatch(Mark::single);
    return "Whiskers: the smallest and the largest run"
        + (single ? "; none: a single run, or too close to see." : ".");
  }

  /** A logarithmic axis has no zero, and one of percentiles never comes to 100. */
  private boolean onAxis(double place) {
    return kind == Axis.Kind.PERCENTILES ? place >= 0 && place < 100 : place > 0;
  }

  private static Series series(Line line, Palette palette) {
    Contender contender = line.contender();
    return new Series(
        FigureText.who(contender),
        contender.kind(),
        palette.number(contender),
        line.points().stream().map(PlotData::mark).filter(PlotData::drawable).toList());
  }

  private static Mark mark(Point point) {
    double median = point.sample().median();
    return new Mark(
        point.at(),
        median,
        point.sample().min(),
        point.sample().max(),
        point.sample().runs().size() == 1,
        Numbers.value(median)
            + (point.sample().unstable() ? " (" + FigureText.UNSTABLE + ")" : ""));
  }

  private static boolean drawable(Mark mark) {
    return DoubleStream.of(mark.median, mark.min, mark.max).allMatch(Double::isFinite);
  }

  private static boolean wide(Figure figure) {
    double[] values =
        figure.lines().stream()
            .flatMap(line -> line.points().stream())
            .flatMap(point -> point.sample().runs().stream())
            .mapToDouble(Double::doubleValue)
            .filter(Double::isFinite)
            .toArray();
    double min = DoubleStream.of(values).min().orElse(0);
    double max = DoubleStream.of(values).max().orElse(0);
    return min > 0 && max / min > WIDE;
  }
}
