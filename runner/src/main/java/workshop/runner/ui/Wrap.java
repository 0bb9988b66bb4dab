package workshop.runner.ui;

import java.util.ArrayList;
import java.util.List;

/** Breaks lines between words. */
final class Wrap {

  private final int width;
  private final String indent;
  private final List<Line> done = new ArrayList<>();
  private final List<Span> word = new ArrayList<>();
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
    wrap.endWord();
    wrap.endLine();
    return wrap.done;
  }

  static List<Line> wrap(String text, int width) {
    return wrap(Line.of(text), width, "");
  }

  /**
   * Breaks a span into words, each with the blanks before it. A word may continue in the next span.
   */
  private void add(Span span) {
    int start = 0;
    String text = span.text();
    while (start < text.length()) {
      int end = endOfWord(text, start);
      if (text.charAt(start) == ' ') {
        endWord();
      }
      word.add(span.with(text.substring(start, end)));
      start = end;
    }
  }

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

  private void endWord() {
    Line whole = new Line(word);
    if (!empty && open.width() + whole.width() > width) {
      endLine();
    }
    for (Span part : word) {
      append(empty && !done.isEmpty() ? part.with(part.text().stripLeading()) : part);
    }
    word.clear();
  }

  /**
   * Breaks a word only if it is wider than an empty line. Each letter is visited only a few times,
   * because the message of an exception can be one long word.
   */
  private void append(Span part) {
    String text = part.text();
    int from = 0;
    int left = Columns.of(text);
    while (open.width() + left > width) {
      String fits = upToSlash(Columns.prefix(text, from, width - open.width()));
      open = open.plus(new Line(List.of(part.with(fits))));
      from += fits.length();
      left -= Columns.of(fits);
      empty = false;
      endLine();
    }
    if (from < text.length()) {
      open = open.plus(new Line(List.of(part.with(text.substring(from)))));
      empty = false;
    }
  }

  /** Breaks a path between its folders if possible. */
  private static String upToSlash(String text) {
    int slash = text.lastIndexOf('/');
    return slash > 0 && !text.contains("://") ? text.substring(0, slash + 1) : text;
  }

  private void endLine() {
    if (!empty || done.isEmpty()) {
      done.add(open);
    }
    open = Line.of(indent);
    empty = true;
  }
}
