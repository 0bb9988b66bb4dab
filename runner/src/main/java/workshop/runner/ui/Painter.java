package workshop.runner.ui;

import java.nio.charset.Charset;
import java.nio.file.Path;

/**
 * Turns lines into text for a terminal.
 *
 * @param root the folder that links to files start from
 * @param colors whether to use colors and links; else the text alone
 * @param symbols whether the terminal can show more than ASCII
 */
public record Painter(Path root, boolean colors, boolean symbols) {

  private static final String ESCAPE = "\u001b";
  private static final String RESET = ESCAPE + "[0m";
  private static final String SYMBOLS = "✓✗○●→│█░…•·↑↓";
  private static final String PLAIN_ONES = "+xo*>|#.~--^v";

  /** Returns a painter for an output in that charset. */
  public static Painter of(Path root, boolean colors, Charset charset) {
    return new Painter(root, colors, charset.newEncoder().canEncode(SYMBOLS));
  }

  /** Returns the line as text, without the line break. */
  public String paint(Line line) {
    StringBuilder text = new StringBuilder();
    for (Span span : line.spans()) {
      append(text, span);
    }
    return symbols ? text.toString() : asciiOf(text);
  }

  private void append(StringBuilder text, Span span) {
    if (!colors) {
      text.append(span.text());
      return;
    }
    boolean linked = !span.link().isEmpty();
    if (linked) {
      text.append(ESCAPE + "]8;;").append(address(span.link())).append(ESCAPE + "\\");
    }
    String code = code(span.style());
    if (code.isEmpty()) {
      text.append(span.text());
    } else {
      text.append(ESCAPE + "[").append(code).append('m').append(span.text()).append(RESET);
    }
    if (linked) {
      text.append(ESCAPE + "]8;;" + ESCAPE + "\\");
    }
  }

  private String address(String link) {
    return link.contains("://") ? link : root.resolve(link).toUri().toString();
  }

  /** Returns a color that stays readable on a light and on a dark background. */
  private static String code(Style style) {
    return switch (style) {
      case PLAIN -> "";
      case STRONG -> "1";
      case FAINT -> "2";
      case GOOD -> "32";
      case BAD -> "31";
      case NOTE -> "35";
      case CODE -> "36";
    };
  }

  private static String asciiOf(CharSequence text) {
    StringBuilder ascii = new StringBuilder();
    text.chars()
        .forEach(c -> {
          int index = SYMBOLS.indexOf(c);
          ascii.append(index < 0 ? (char) c : PLAIN_ONES.charAt(index));
        });
    return ascii.toString();
  }
}
