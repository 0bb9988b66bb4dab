package workshop.comparison.result;

/**
 * What the points of a line differ in.
 *
 * @param label such as "kind of disk", "requests in flight", "percentile"
 */
public record Axis(Kind kind, String label) {

  /** How the places of an axis stand to each other. */
  public enum Kind {
    /** Names without order: drawn as groups of bars. */
    NAMES,
    /** Numbers that double or grow tenfold: drawn as lines over a logarithmic axis. */
    LOGARITHMIC,
    /** Percentiles, "50" to "99.99": drawn as lines over the share of what is slower. */
    PERCENTILES
  }
}
