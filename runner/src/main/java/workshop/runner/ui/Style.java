package workshop.runner.ui;

/** The role of a piece of text, which determines how a terminal shows it. */
public enum Style {
  PLAIN,
  /** The most important text. */
  STRONG,
  /** The least important text. */
  FAINT,
  /** Something that is right. */
  GOOD,
  /** Something that is wrong. */
  BAD,
  /** Something to notice. */
  NOTE,
  /** Code, commands, keys. */
  CODE
}
