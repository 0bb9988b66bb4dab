package workshop.runner.ui;

/**
 * A piece of text in one style.
 *
 * @param link the file, relative to the checkout, or the address that the text leads to; else empty
 */
public record Span(String text, Style style, String link) {

  public Span(String text, Style style) {
    this(text, style, "");
  }

  Span with(String other) {
    return new Span(other, style, link);
  }
}
