package workshop.runner.ui;

import java.util.ArrayList;
import java.util.List;
import workshop.testkit.diagnosis.FailureReport;

/**
 * Shows a failure: what happened, what it means, what to do, where to read on, and the evidence.
 */
final class FailureText {

  private static final int COLUMN = 15;

  /** Below this width, titles stand above their text and not beside it. */
  private static final int NARROW = 60;

  private final int width;
  private final List<Line> lines = new ArrayList<>();

  private FailureText(int width) {
    this.width = width;
  }

  static List<Line> lines(FailureReport report, int width) {
    FailureText text = new FailureText(width);
    text.part("What happened", Markdown.inline(report.observed()));
    text.part("What it means", Markdown.inline(report.meaning()));
    text.part("What to do", Markdown.inline(report.nextStep()));
    String page = report.readOn();
    if (page != null) {
      // The text names the section, the link opens the file.
      text.part("Read on", Line.EMPTY.plusLink(Style.CODE, page, page.replaceFirst("#.*", "")));
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

  private void part(String title, Line text) {
    boolean narrow = width < NARROW;
    String indent = " ".repeat(narrow ? 2 : COLUMN);
    if (narrow) {
      lines.add(Line.of(Style.STRONG, title));
    }
    Line lead = narrow ? Line.of(indent) : Line.of(Style.STRONG, "%-15s".formatted(title));
    lines.addAll(Wrap.wrap(lead.plus(text), width, indent));
  }
}
