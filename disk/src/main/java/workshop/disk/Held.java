package workshop.disk;

/**
 * Something that keeps operations waiting until a test lets them go: the gate of the watched disk
 * or of the origin server, or a named pipe held at both ends.
 *
 * <p>With it, "the caller came back while the operation was still waiting" is a fact and no timing.
 * All methods may be called by any thread at any time, never block, and never let anybody go.
 */
public interface Held {

  /** Returns whether {@code thread} itself stands here now, inside an operation of its own. */
  boolean isHeldBy(Thread thread);

  /** Returns how many operations wait here now. */
  int waiting();

  /**
   * Returns what is held, as a noun for the middle of a sentence: {@code the READ of notes.txt}.
   */
  String describe();

  /** Returns who holds it, with an article. */
  default String holder() {
    return "the disk";
  }

  /** Returns what is done there, with an article: {@code the file operation}. */
  default String work() {
    return "the file operation";
  }
}
