package workshop.runner.ui;

/** How many columns of a terminal a text takes. */
final class Columns {

  private static final int WIDE_FROM = 0x1100;

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

  private static int of(int point) {
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT
        || type == Character.CONTROL) {
      return 0;
    }
    return point >= WIDE_FROM && isWide(point) ? 2 : 1;
  }

  /** Returns whether this is an East Asian letter or an emoji; close enough for rare cases. */
  private static boolean isWide(int point) {
    return point <= 0x115F
        || (point >= 0x2E80 && point <= 0xA4CF)
        || (point >= 0xAC00 && point <= 0xD7A3)
        || (point >= 0xF900 && point <= 0xFAFF)
        || (point >= 0xFE30 && point <= 0xFE6F)
        || (point >= 0xFF00 && point <= 0xFF60)
        || (point >= 0x1F300 && point <= 0x1FAFF)
        || (point >= 0x20000 && point <= 0x3FFFD);
  }
}
