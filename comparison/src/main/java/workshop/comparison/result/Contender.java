package workshop.comparison.result;

/**
 * Who is measured.
 *
 * @param name the same in all figures, such as "bounded pool" or "nginx"
 * @param kind whether it is one of our techniques
 * @param how in one sentence, what it does to get the work done
 */
public record Contender(String name, Kind kind, String how) {

  /** What a contender's numbers are good for. */
  public enum Kind {
    /** A technique that the workshop teaches. */
    TECHNIQUE,
    /** Somebody else's program that does the same work. */
    PEER,
    /**
     * Part of the work, or all of it by rules of its own: a number to hold the others against,
     * which they may beat.
     */
    REFERENCE,
    /** What the hardware or the arithmetic allows at best; not a way to write a program. */
    LIMIT;

    /**
     * Whether it is somebody's way to do all of the work, and not only a number to compare with.
     */
    public boolean doesTheWork() {
      return this == TECHNIQUE || this == PEER;
    }
  }
}
