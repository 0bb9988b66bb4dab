package workshop.runner.ui;

import org.jline.utils.WCWidth;

/** How many columns of a terminal a text takes. */
final class Columns {

  private Columns() {}

  static int of(String text) {
    return text.codePoints().map(Columns::of).sum();
  }

  /** Returns the longest beginning of {@code text} that fits into {@code columns}. */
  static String prefix(String text, int columns) {
    return prefix(text, 0, columns);
  }

  /** Returns the longest piece of {@code text} at {@code from} that fits into {@code columns}. */
  static String prefix(String text, int from, int columns) {
    int taken = 0;
    int index = from;
    while (index < text.length()) {
      int point = text.codePointAt(index);
      if (taken + of(point) > columns) {
        break;
      }
      taken += of(point);
      index += Character.charCount(point);
    }
    return text.substring(from, index);
  }

  /** Control characters take none. */
  private static int of(int point) {
    return Math.max(0, WCWidth.wcwidth(point));
  }
}
