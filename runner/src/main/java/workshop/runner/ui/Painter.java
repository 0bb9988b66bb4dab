package workshop.runner.ui;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * Turns lines into text for a terminal.
 *
 * @param root the folder that links to files start from
 * @param colors whether to use colors and links; otherwise only the text is written
 * @param symbols whether the terminal can show more than ASCII
 */
public record Painter(Path root, boolean colors, boolean symbols) {

  private static final String ESCAPE = "\u001b";
  private static final String RESET = ESCAPE + "[0m";
  private static final String LINK = ESCAPE + "]8;;";
  private static final String END = ESCAPE + "\\";
  private static final String SYMBOLS = "✓✗○●→│█░…•·↑↓";
  private static final String PLAIN_ONES = "+xo*>|#.~--^v";

  /** Returns a painter for an output in {@code charset}. */
  public static Painter of(Path root, boolean colors, Charset charset) {
    return new Painter(root, colors, charset.newEncoder().canEncode(SYMBOLS));
  }

  /** Returns the line as text, without the line break. */
  public String paint(Line line) {
    String text =
        line.spans().stream()
            .map(span -> colors ? painted(span) : span.text())
            .collect(Collectors.joining());
    return symbols ? text : asciiOf(text);
  }

  private String painted(Span span) {
    String code = span.style().code;
    String text = code.isEmpty() ? span.text() : ESCAPE + "[" + code + "m" + span.text() + RESET;
    return span.link().isEmpty() ? text : LINK + address(span.link()) + END + text + LINK + END;
  }

  private String address(String link) {
    return link.contains("://") ? link : root.resolve(link).toUri().toString();
  }

  private static String asciiOf(String text) {
    StringBuilder ascii = new StringBuilder();
    text.chars()
        .forEach(c -> {
          int index = SYMBOLS.indexOf(c);
          ascii.append(index < 0 ? (char) c : PLAIN_ONES.charAt(index));
        });
    return ascii.toString();
  }
}
