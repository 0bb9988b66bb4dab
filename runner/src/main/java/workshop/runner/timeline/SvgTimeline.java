package workshop.runner.timeline;

import java.util.Locale;
import workshop.testkit.timeline.Activity;
import workshop.testkit.timeline.Interval;
import workshop.testkit.timeline.Lane;
import workshop.testkit.timeline.Timeline;

/**
 * Draws a timeline as SVG: one row for each lane, with a tooltip on every interval. Colors are CSS
 * classes named after the activities; {@link #STYLE} defines them for light and dark pages.
 */
public final class SvgTimeline {

  /** Style rules for the drawing, for a page or for the drawing itself. */
  public static final String STYLE =
      """
      .timeline { font: 13px system-ui, sans-serif; --ink: #1c2430; --grid: #d7dce3;
        --file_operation: #c2410c; --running: #2563eb; --call: #93b4f5; --waiting: #d4a017; --free: #d9efe0; }
      @media (prefers-color-scheme: dark) { .timeline { --ink: #e6e9ee; --grid: #39424e;
        --file_operation: #f97316; --running: #60a5fa; --call: #3b5b8f; --waiting: #eab308; --free: #1f4d33; } }
      .timeline text { fill: var(--ink); } .timeline .grid { stroke: var(--grid); }
      .timeline .tick { stroke: var(--ink); opacity: .45; }
      .file_operation { fill: var(--file_operation); background: var(--file_operation); }
      .running { fill: var(--running); background: var(--running); }
      .call { fill: var(--call); background: var(--call); }
      .waiting { fill: var(--waiting); background: var(--waiting); }
      .free { fill: var(--free); background: var(--free); }
      """;

  private static final int WIDTH = 960;
  private static final int NAMES = 190;
  private static final int ROW = 24;
  private static final int BAR = 16;
  private static final int TOP = 26;
  private static final int GRID_LINES = 5;

  private SvgTimeline() {}

  /**
   * Returns the drawing as an {@code svg} element.
   *
   * @param length how many nanoseconds the full width stands for: drawings that share it can be
   *     compared by eye
   */
  public static String draw(Timeline timeline, long length) {
    int height = TOP + ROW * timeline.lanes().size() + 6;
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg class=\"timeline\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\">\n"
            .formatted(WIDTH, height));
    svg.append("<title>").append(escaped(summary(timeline))).append("</title>\n");
    for (int line = 0; line <= GRID_LINES; line++) {
      long nanos = length * line / GRID_LINES;
      svg.append(
          "<line class=\"grid\" x1=\"%1$s\" y1=\"%2$d\" x2=\"%1$s\" y2=\"%3$d\"/>\n"
              .formatted(number(x(nanos, length)), TOP - 4, height));
      svg.append(
          "<text x=\"%s\" y=\"%d\" text-anchor=\"%s\">%s</text>\n"
              .formatted(
                  number(x(nanos, length)),
                  TOP - 10,
                  line == 0 ? "start" : line == GRID_LINES ? "end" : "middle",
                  line == 0 ? "0" : Shares.time(nanos)));
    }
    int y = TOP;
    for (Lane lane : timeline.lanes()) {
      svg.append(lane(lane, y, length));
      y += ROW;
    }
    return svg.append("</svg>\n").toString();
  }

  private static String lane(Lane lane, int y, long length) {
    StringBuilder svg = new StringBuilder("<g class=\"lane\">\n");
    svg.append(
        "<text x=\"0\" y=\"%d\">%s</text>\n"
            .formatted(y + BAR - 3, escaped(shortened(lane.name()))));
    for (Interval interval : lane.intervals()) {
      svg.append(
          "<rect class=\"%s\" x=\"%s\" y=\"%d\" width=\"%s\" height=\"%d\"><title>%s</title></rect>\n"
              .formatted(
                  cssClass(interval.activity()),
                  number(x(interval.from(), length)),
                  y,
                  number(x(interval.to(), length) - x(interval.from(), length)),
                  BAR,
                  escaped(tooltip(lane, interval))));
    }
    for (long tick : lane.ticks()) {
      svg.append(
          "<line class=\"tick\" x1=\"%1$s\" y1=\"%2$d\" x2=\"%1$s\" y2=\"%3$d\"/>\n"
              .formatted(number(x(tick, length)), y + BAR, y + BAR + 4));
    }
    return svg.append("</g>\n").toString();
  }

  private static String summary(Timeline timeline) {
    return "%d threads, %s. %s"
        .formatted(timeline.lanes().size(), Shares.time(timeline.nanos()), Shares.caller(timeline))
        .strip();
  }

  private static String tooltip(Lane lane, Interval interval) {
    String label = interval.label().isEmpty() ? "" : ": " + interval.label();
    return "%s, %s%s, from %s for %s"
        .formatted(
            lane.name(),
            Shares.name(interval.activity()),
            label,
            Shares.time(interval.from()),
            Shares.time(interval.nanos()));
  }

  static String cssClass(Activity activity) {
    return activity.name().toLowerCase(Locale.ROOT);
  }

  private static String shortened(String name) {
    return name.length() <= 27
        ? name
        : name.substring(0, 13) + "…" + name.substring(name.length() - 13);
  }

  private static double x(long nanos, long length) {
    return NAMES + (double) (WIDTH - NAMES) * nanos / Math.max(1, length);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
