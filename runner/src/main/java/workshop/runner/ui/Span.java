package workshop.runner.ui;

/**
 * A piece of text in one style.
 *
 * @param link the target of a link: a file, relative to the checkout, or an address; else empty
 */
public record Span(String text, Style style, String link) {

  public Span(String text, Style style) {
    this(text, style, "");
  }

  Span with(String other) {
    return new Span(other, style, link);
  }
}
