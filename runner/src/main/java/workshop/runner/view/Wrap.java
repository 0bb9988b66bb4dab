package workshop.runner.view;

import java.util.ArrayList;
import java.util.List;

/** Breaks lines between words. */
final class Wrap {

  private final int width;
  private final String indent;
  private final List<Line> done = new ArrayList<>();
  private Line open = Line.EMPTY;
  private boolean empty = true;

  private Wrap(int width, String indent) {
    this.width = width;
    this.indent = indent;
  }

  /**
   * Returns {@code line} in as many lines as it needs, all but the first indented. A word that is
   * wider than a line is broken.
   */
  static List<Line> wrap(Line line, int width, String indent) {
    if (line.width() <= width) {
      return List.of(line);
    }
    Wrap wrap = new Wrap(Math.max(width, indent.length() + 10), indent);
    for (Span span : line.spans()) {
      wrap.add(span);
    }
    wrap.endLine();
    return wrap.done;
  }

  static List<Line> wrap(String text, int width) {
    return wrap(Line.of(text), width, "");
  }

  private void add(Span span) {
    int start = 0;
    String text = span.text();
    while (start < text.length()) {
      int end = endOfWord(text, start);
      word(span.with(text.substring(start, end)));
      start = end;
    }
  }

  /** A word goes with the blanks before it. */
  private static int endOfWord(String text, int start) {
    int end = start;
    while (end < text.length() && text.charAt(end) == ' ') {
      end++;
    }
    while (end < text.length() && text.charAt(end) != ' ') {
      end++;
    }
    return end;
  }

  private void word(Span word) {
    boolean startsWord = word.text().startsWith(" ");
    if (!empty && startsWord && open.width() + Columns.of(word.text()) > width) {
      endLine();
    }
    String text = empty && !done.isEmpty() ? word.text().stripLeading() : word.text();
    while (open.width() + Columns.of(text) > width) {
      String part = Columns.prefix(text, Math.max(1, width - open.width()));
      open = open.plus(new Line(List.of(word.with(part))));
      text = text.substring(part.length());
      endLine();
    }
    if (!text.isEmpty()) {
      open = open.plus(new Line(List.of(word.with(text))));
      empty = false;
    }
  }

  private void endLine() {
    if (!empty || done.isEmpty()) {
      done.add(open);
    }
    open = Line.of(indent);
    empty = true;
  }
}
