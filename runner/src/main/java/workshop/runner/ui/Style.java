package workshop.runner.ui;

/** What a piece of text is, from which a terminal decides how it looks. */
public enum Style {
  PLAIN,
  /** To be seen first. */
  STRONG,
  /** To be seen last. */
  FAINT,
  /** Something that is well. */
  GOOD,
  /** Something that is wrong. */
  BAD,
  /** Something to notice. */
  NOTE,
  /** Code, commands, keys. */
  CODE
}
