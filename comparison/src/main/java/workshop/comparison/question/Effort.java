package workshop.comparison.question;

/** How much time a measurement may take. */
public enum Effort {
  /** One short round of everything: shows that it runs, its numbers mean nothing. For tests. */
  TRY,
  /** All questions together in about two minutes. */
  NORMAL,
  /** As long as it takes for narrow spreads. */
  FULL
}
