package workshop.comparison.report;

import static workshop.comparison.report.Block.Cell.cell;
import static workshop.comparison.report.Block.Column.numbers;
import static workshop.comparison.report.Block.Column.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import workshop.comparison.report.Block.Cell;
import workshop.comparison.report.Block.Column;
import workshop.comparison.report.Block.Heading;
import workshop.comparison.report.Block.Paragraph;
import workshop.comparison.report.Block.Plot;
import workshop.comparison.report.Block.Table;
import workshop.comparison.report.Block.Tone;
import workshop.comparison.result.Axis;
import workshop.comparison.result.Contender;
import workshop.comparison.result.Figure;
import workshop.comparison.result.Line;
import workshop.comparison.result.Numbers;
import workshop.comparison.result.Point;
import workshop.comparison.result.Sample;

/** A figure as a plot, and as a table with a row for each number. */
final class FigureText {

  /** How a number is marked whose runs lie so far apart that it says little. */
  static final String UNSTABLE = "unstable";

  /** What a single run must be beyond to be told from another number; as with {@link #UNSTABLE}. */
  private static final double NEAR = 2;

  private FigureText() {}

  static List<Block> of(Figure figure) {
    Heading heading = new Heading(3, figure.title());
    if (figure.lines().isEmpty()) {
      return List.of(heading, new Paragraph("Nothing was measured."));
    }
    return List.of(heading, new Paragraph(reading(figure)), new Plot(figure), table(figure));
  }

  static Table table(Figure figure) {
    List<Column> columns =
        List.of(
            text(figure.axis().label()),
            text("Who"),
            numbers("Median, " + figure.metric().unit()),
            numbers("Spread, " + figure.metric().unit()),
            numbers("Runs"),
            numbers("Ratio to " + figure.lines().getFirst().contender().name()));
    List<List<Cell>> rows = new ArrayList<>();
    for (String place : places(figure)) {
      for (Line line : figure.lines()) {
        figure
            .at(line.contender().name(), place)
            .ifPresent(sample -> rows.add(row(figure, line.contender(), place, sample)));
      }
    }
    return new Table(figure.title() + ": " + reading(figure), 2, columns, rows);
  }

  /** All places of the axis: numbers in their order, names in the order in which they appear. */
  static List<String> places(Figure figure) {
    Set<String> places = new LinkedHashSet<>();
    figure.lines().forEach(line -> line.points().stream().map(Point::at).forEach(places::add));
    return figure.axis().kind() == Axis.Kind.NAMES
        ? List.copyOf(places)
        : places.stream().sorted((a, b) -> Double.compare(number(a), number(b))).toList();
  }

  /** A place of an axis of numbers; NaN if it is none, which no plot can show. */
  static double number(String place) {
    try {
      return Double.parseDouble(place);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** A place as it is told away from its axis: a number alone does not say of what. */
  static String placeWithLabel(Axis axis, String place) {
    return Double.isNaN(number(place)) ? place : axis.label() + " " + place;
  }

  static String kind(Contender.Kind kind) {
    return switch (kind) {
      case TECHNIQUE -> "technique";
      case PEER -> "peer";
      case REFERENCE -> "reference";
      case LIMIT -> "limit";
    };
  }

  /** A contender's name, with its kind unless it is one of our techniques. */
  static String who(Contender contender) {
    return contender.kind() == Contender.Kind.TECHNIQUE
        ? contender.name()
        : "%s (%s)".formatted(contender.name(), kind(contender.kind()));
  }

  /** "Throughput in operations/s, more is better." */
  private static String reading(Figure figure) {
    String name = figure.metric().name();
    return "%s in %s; %s is better."
        .formatted(
            name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1),
            figure.metric().unit(),
            figure.metric().moreIsBetter() ? "more" : "less");
  }

  private static List<Cell> row(Figure figure, Contender contender, String place, Sample sample) {
    return List.of(
        cell(place),
        cell(who(contender)),
        cell(Numbers.value(sample.median())),
        sample.unstable() ? new Cell(spread(sample), Tone.MIXED) : cell(spread(sample)),
        cell(String.valueOf(sample.runs().size())),
        cell(ratio(figure, contender, place, sample)));
  }

  static String spread(Sample sample) {
    return sample.runs().size() == 1
        ? "–"
        : Numbers.value(sample.min())
            + " – "
            + Numbers.value(sample.max())
            + (sample.unstable() ? ", " + UNSTABLE : "");
  }

  private static String ratio(Figure figure, Contender contender, String place, Sample sample) {
    String baseline = figure.lines().getFirst().contender().name();
    if (contender.name().equals(baseline)) {
      return "baseline";
    }
    return figure
        .at(baseline, place)
        .map(base ->
            (overlap(base, sample) || near(contender, base, sample) ? "≈ " : "")
                + Amounts.ratio(sample.median() / base.median()))
        .orElse("–");
  }

  /** A single run has no spread, and may be twice the next, or half; a limit by arithmetic not. */
  private static boolean near(Contender contender, Sample a, Sample b) {
    boolean single = a.runs().size() == 1 || b.runs().size() == 1;
    double ratio = a.median() / b.median();
    return single && contender.kind() != Contender.Kind.LIMIT && ratio < NEAR && ratio > 1 / NEAR;
  }

  /** Whether another run may put the two in the other order. */
  static boolean overlap(Sample a, Sample b) {
    return a.min() <= b.max() && b.min() <= a.max();
  }
}
