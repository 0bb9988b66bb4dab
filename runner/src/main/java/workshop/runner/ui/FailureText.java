package workshop.runner.ui;

import java.util.ArrayList;
import java.util.List;
import workshop.testkit.diagnosis.FailureReport;

/**
 * Shows a failure: what happened, what it means, what to do, where to read on, and the evidence.
 */
final class FailureText {

  private static final int COLUMN = 15;

  /** Below this width, titles are printed above their text. */
  private static final int NARROW = 60;

  private final int width;
  private final List<Line> lines = new ArrayList<>();

  private FailureText(int width) {
    this.width = width;
  }

  static List<Line> lines(FailureReport report, int width) {
    FailureText text = new FailureText(width);
    text.part("What happened", prose(report.observed()));
    text.part("What it means", prose(report.meaning()));
    text.part("What to do", prose(report.nextStep()));
    String page = report.readOn();
    if (page != null) {
      // The text names the section; the link opens the file.
      Line link = Line.EMPTY.plusLink(Style.CODE, page, page.replaceFirst("#.*", ""));
      text.part("Read on", List.of(link));
    }
    for (FailureReport.Evidence evidence : report.evidence()) {
      text.lines.add(Line.EMPTY);
      text.lines.addAll(lines(evidence, width));
    }
    return text.lines;
  }

  static List<Line> lines(FailureReport.Evidence evidence, int width) {
    List<Line> lines = new ArrayList<>(Line.of(Style.STRONG, evidence.title()).wrapped(width));
    evidence.facts().lines().forEach(line -> lines.addAll(Line.of(line).wrapped(width)));
    return lines;
  }

  private static List<Line> prose(String text) {
    return text.lines().map(Markdown::inline).toList();
  }

  /** Shows the title to the left of the first line, and all lines in one column. */
  private void part(String title, List<Line> text) {
    boolean narrow = width < NARROW;
    String indent = " ".repeat(narrow ? 2 : COLUMN);
    if (narrow) {
      lines.add(Line.of(Style.STRONG, title));
    }
    Line lead = narrow ? Line.of(indent) : Line.of(Style.STRONG, "%-15s".formatted(title));
    for (Line line : text) {
      lines.addAll(Wrap.wrap(lead.plus(line), width, indent));
      lead = Line.of(indent);
    }
  }
}
