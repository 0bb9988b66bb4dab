package workshop.runner.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shows the parts of a failure (what happened, what it means, what to do, where to read on) and the
 * evidence after them, fitted to a width. Other texts are wrapped line by line.
 */
final class FailureText {

  private static final Pattern PART =
      Pattern.compile("(What happened|What it means|What to do|Read on)\\s+(.*)");
  private static final String PAGE = "Read on";
  private static final int COLUMN = 15;

  /** Below this width, titles stand above their text and not beside it. */
  private static final int NARROW = 60;

  private final int width;
  private final List<Line> lines = new ArrayList<>();

  private FailureText(int width) {
    this.width = width;
  }

  static List<Line> lines(String message, int width) {
    FailureText text = new FailureText(width);
    if (PART.matcher(message.lines().findFirst().orElse("")).matches()) {
      text.parts(message);
    } else {
      message.lines().forEach(line -> text.lines.addAll(Wrap.wrap(line, width)));
    }
    return text.lines;
  }

  private void parts(String message) {
    boolean inEvidence = false;
    for (String line : message.lines().toList()) {
      Matcher part = PART.matcher(line);
      if (!inEvidence && part.matches()) {
        boolean page = part.group(1).equals(PAGE);
        part(part.group(1), page ? link(part.group(2)) : Markdown.inline(part.group(2)));
      } else if (!inEvidence && line.startsWith(" ".repeat(COLUMN))) {
        body("", Markdown.inline(line.strip()));
      } else {
        inEvidence = true;
        boolean title = !line.isBlank() && !line.startsWith(" ");
        lines.addAll(Line.of(title ? Style.STRONG : Style.PLAIN, line).wrapped(width));
      }
    }
  }

  /** A page of the guide: the text names the section, the link opens the file. */
  private static Line link(String place) {
    return Line.EMPTY.plusLink(Style.CODE, place, place.replaceFirst("#.*", ""));
  }

  private void part(String title, Line text) {
    if (width < NARROW) {
      lines.add(Line.of(Style.STRONG, title));
      body("", text);
    } else {
      body("%-15s".formatted(title), text);
    }
  }

  private void body(String title, Line text) {
    String indent = width < NARROW ? "  " : " ".repeat(COLUMN);
    Line lead = title.isEmpty() ? Line.of(indent) : Line.of(Style.STRONG, title);
    lines.addAll(Wrap.wrap(lead.plus(text), width, indent));
  }
}
