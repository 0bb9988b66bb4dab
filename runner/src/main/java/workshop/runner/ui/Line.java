package workshop.runner.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One line of styled text, without its end. Immutable. */
public record Line(List<Span> spans) {

  private static final int FURTHER_IN = 2;

  public static final Line EMPTY = new Line(List.of());

  public Line {
    spans = List.copyOf(spans);
  }

  public static Line of(String text) {
    return of(Style.PLAIN, text);
  }

  public static Line of(Style style, String text) {
    return new Line(List.of(new Span(text, style)));
  }

  public Line plus(String text) {
    return plus(Style.PLAIN, text);
  }

  public Line plus(Style style, String text) {
    return plus(new Span(text, style));
  }

  /** Returns this line followed by a text with a link to a file of the checkout. */
  public Line plusLink(Style style, String text, String link) {
    return plus(new Span(text, style, link));
  }

  public Line plus(Line other) {
    List<Span> both = new ArrayList<>(spans);
    both.addAll(other.spans);
    return new Line(both);
  }

  private Line plus(Span span) {
    List<Span> more = new ArrayList<>(spans);
    more.add(span);
    return new Line(more);
  }

  /** Returns the text without styles. */
  public String text() {
    return spans.stream().map(Span::text).collect(Collectors.joining());
  }

  /** Returns how many columns the line takes. */
  public int width() {
    return Columns.of(text());
  }

  /** Returns this line in as many lines as it needs, all but the first slightly indented. */
  public List<Line> wrapped(int width) {
    String text = text();
    int own = text.length() - text.stripLeading().length();
    return Wrap.wrap(this, width, " ".repeat(Math.min(own + FURTHER_IN, width / 2)));
  }

  /** Returns this line, or as much of it as {@code width} columns hold. */
  public Line clipped(int width) {
    if (width() <= width) {
      return this;
    }
    List<Span> kept = new ArrayList<>();
    int left = width - 1;
    for (Span span : spans) {
      String text = Columns.prefix(span.text(), left);
      kept.add(span.with(text));
      left -= Columns.of(text);
      if (text.length() < span.text().length()) {
        kept.add(span.with("…"));
        break;
      }
    }
    return new Line(kept);
  }
}
