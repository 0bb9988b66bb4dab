package workshop.comparison.result;

/** How thorough a run is. */
public enum Effort {
  /** One short round of everything, for tests. Its numbers mean nothing. */
  TRY,
  /** Two to three minutes: good for large differences. */
  QUICK,
  /** As long as narrow intervals require. Only such a run may be published. */
  FULL;

  /** Returns the value for this effort. */
  public <T> T pick(T aTry, T quick, T full) {
    return switch (this) {
      case TRY -> aTry;
      case QUICK -> quick;
      case FULL -> full;
    };
  }
}
