package workshop.runner.ui;

/** The role of a piece of text. A terminal shows it in a color for light and dark backgrounds. */
public enum Style {
  PLAIN(""),
  /** The most important text. */
  STRONG("1"),
  /** The least important text. */
  FAINT("2"),
  /** Something that is right. */
  GOOD("32"),
  /** Something that is wrong. */
  BAD("31"),
  /** Something to notice. */
  NOTE("35"),
  /** Code, commands, keys. */
  CODE("36");

  /** The parameter of the terminal's escape sequence. */
  final String code;

  Style(String code) {
    this.code = code;
  }
}
