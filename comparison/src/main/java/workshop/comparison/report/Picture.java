package workshop.comparison.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import workshop.comparison.result.Contender;
import workshop.comparison.result.Contender.Kind;
import workshop.comparison.result.Figure;
import workshop.comparison.result.Machine;
import workshop.comparison.result.Numbers;
import workshop.comparison.result.Ratio;
import workshop.comparison.result.Sample;

/** Charts as SVG, which a browser shows without scripts, on light and dark pages. */
final class Picture {

  private static final int WIDTH = 720;
  private static final int LABELS = 235;
  private static final int WIDE_LABELS = 280;
  private static final int ROW = 21;
  private static final double[] TICKS = {0.01, 1 / 30.0, 0.1, 1 / 3.0, 1, 3, 10, 30, 100};
  private static final String STYLE =
      """
      <style>
      text { font: 13px system-ui, sans-serif; fill: #1f2328; }
      .title { font-weight: 600; } .small { fill: #59636e; font-size: 12px; }
      .axis { stroke: #c8ced5; } .spread { stroke: #1f2328; stroke-width: 1.5; }
      .technique, .first { fill: #2f6fb5; } .peer, .second { fill: #c9631c; }
      .reference, .limit { fill: none; stroke: #59636e; stroke-width: 1.5; }
      .first.line { stroke: #2f6fb5; } .second.line { stroke: #c9631c; } .line { stroke-width: 2; }
      @media (prefers-color-scheme: dark) {
      text { fill: #f0f3f6; } .small { fill: #b4bcc6; } .axis { stroke: #4a525c; }
      .spread { stroke: #f0f3f6; } .technique, .first { fill: #6aa9ee; }
      .peer, .second { fill: #f0954f; } .reference, .limit { stroke: #b4bcc6; }
      .first.line { stroke: #6aa9ee; } .second.line { stroke: #f0954f; }
      }
      </style>
      """;

  private final StringBuilder shapes = new StringBuilder();
  private int y = 4;

  private Picture() {}

  /** A group of bars with its own title. */
  record Group(Figure figure, String at) {}

  /** Bars for each contender. A whisker spans the range from the shortest to the longest run. */
  static String bars(String description, List<Group> groups, Machine machine) {
    Picture picture = new Picture();
    groups.forEach(group -> picture.group(group, machine));
    return picture.svg(description);
  }

  private void group(Group group, Machine machine) {
    Figure figure = group.figure();
    y += 16;
    text(0, y, "title", "start", figure.title());
    y += 18;
    text(
        0,
        y,
        "small",
        "start",
        "%s; %s is better; %s %s; line: smallest to largest run"
            .formatted(
                figure.measure().unit(),
                figure.measure().moreIsBetter() ? "more" : "less",
                figure.measure().axis(),
                group.at()));
    y += 8;
    double max =
        figure.lines().stream()
            .flatMap(line -> figure.at(line.contender(), group.at()).stream())
            .mapToDouble(Sample::max)
            .max()
            .orElse(1);
    int room = WIDTH - LABELS - 80;
    for (Figure.Line line : figure.lines()) {
      figure
          .at(line.contender(), group.at())
          .ifPresent(sample -> bar(line.contender(), sample, room / max, machine));
    }
    y += 10;
  }

  private void bar(Contender contender, Sample sample, double scale, Machine machine) {
    int top = y + 4;
    text(LABELS - 8, top + 12, "", "end", contender.label(machine));
    String kind = contender.kind().name().toLowerCase(Locale.ROOT);
    String dashes = contender.kind() == Kind.LIMIT ? " stroke-dasharray=\"4 3\"" : "";
    shape(
        "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"13\"%s/>",
        kind, LABELS, top, sample.mean() * scale, dashes);
    spread(LABELS + sample.min() * scale, LABELS + sample.max() * scale, top + 6.5, "spread");
    text(
        LABELS + (int) (sample.max() * scale) + 8,
        top + 11,
        "",
        "start",
        Numbers.value(sample.mean()));
    y += ROW;
  }

  private void spread(double from, double to, double at, String css) {
    if (to - from >= 1) {
      shape(
          "<path class=\"%s\" fill=\"none\" d=\"M%.1f %.1fH%.1fM%.1f %.1fv8M%.1f %.1fv8\"/>",
          css, from, at, to, from, at - 4, to, at - 4);
    }
  }

  /** A row of ratios, one for each of the two questions: how many times faster. */
  record Row(String label, List<Ratio> first, List<Ratio> second) {}

  /** Ratios with their intervals on a logarithmic axis. Faster is to the right of 1. */
  static String ratios(String description, String first, String second, List<Row> rows) {
    Picture picture = new Picture();
    double[] all =
        rows.stream()
            .flatMap(row -> Stream.concat(row.first().stream(), row.second().stream()))
            .flatMapToDouble(ratio ->
                ratio.hasInterval()
                    ? DoubleStream.of(ratio.low(), ratio.high())
                    : DoubleStream.of(ratio.value()))
            .toArray();
    double low = Math.max(0.002, Math.min(0.5, DoubleStream.of(all).min().orElse(1)));
    double high = Math.min(500, Math.max(2, DoubleStream.of(all).max().orElse(1)));
    picture.legend("first", first);
    picture.legend("second", second);
    picture.text(
        0,
        picture.y + 14,
        "small",
        "start",
        "Each dot is one comparison, its line the 95% interval.");
    picture.y += 24;
    int top = picture.y;
    int bottom = top + rows.size() * ROW + 4;
    Scale scale = new Scale(Math.log(low), Math.log(high));
    for (double tick : TICKS) {
      if (tick >= low * 0.99 && tick <= high * 1.01) {
        picture.shape(
            "<path class=\"%s\" d=\"M%.1f %dV%d\"/>",
            tick == 1 ? "spread" : "axis", scale.x(tick), top, bottom);
        picture.text((int) scale.x(tick), bottom + 16, "small", "middle", tick(tick));
      }
    }
    for (Row row : rows) {
      picture.text(WIDE_LABELS - 8, picture.y + 15, "", "end", row.label());
      picture.dots(row.first(), "first", picture.y + 7, scale);
      picture.dots(row.second(), "second", picture.y + 14, scale);
      picture.y += ROW;
    }
    picture.y = bottom + 34;
    picture.text(
        (int) scale.x(1),
        picture.y,
        "small",
        "middle",
        "slower ←  times as fast (logarithmic)  → faster");
    picture.y += 8;
    return picture.svg(description);
  }

  private static String tick(double tick) {
    return tick < 1 ? "1/" + Math.round(1 / tick) : Math.round(tick) + " ×";
  }

  private record Scale(double low, double high) {
    double x(double ratio) {
      double share = (Math.log(ratio) - low) / (high - low);
      return WIDE_LABELS + 8 + Math.clamp(share, 0, 1) * (WIDTH - WIDE_LABELS - 30);
    }
  }

  private void dots(List<Ratio> ratios, String css, int at, Scale scale) {
    for (Ratio ratio : ratios) {
      if (ratio.hasInterval()) {
        shape(
            "<path class=\"%s line\" d=\"M%.1f %dH%.1f\"/>",
            css, scale.x(ratio.low()), at, scale.x(ratio.high()));
      }
      shape(
          "<circle class=\"%s\" cx=\"%.1f\" cy=\"%d\" r=\"4\"/>", css, scale.x(ratio.value()), at);
    }
  }

  private void legend(String css, String text) {
    shape("<circle class=\"%s\" cx=\"6\" cy=\"%d\" r=\"5\"/>", css, y + 10);
    text(18, y + 14, "", "start", text);
    y += 20;
  }

  private void text(int x, int y, String css, String anchor, String text) {
    shape(
        "<text x=\"%d\" y=\"%d\" class=\"%s\" text-anchor=\"%s\">%s</text>",
        x, y, css, anchor, Markdown.html(text));
  }

  @SuppressWarnings("AnnotateFormatMethod") // the annotation would need a library of its own
  private void shape(String format, Object... values) {
    shapes.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private String svg(String description) {
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%1$d" role="img">
    <title>%s</title>
    %s%s</svg>
    """
        .formatted(WIDTH, y + 6, Markdown.html(description), STYLE, shapes);
  }
}
