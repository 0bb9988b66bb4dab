package workshop.runner.worker;

/**
 * What the code under test printed, on both streams, within limits.
 *
 * @param head the beginning, or all of it
 * @param tail the end, when the middle was too much to keep; else empty
 * @param lines how many lines there were in all
 */
public record Output(String head, String tail, long lines) {

  public static final Output NONE = new Output("", "", 0);

  public boolean isEmpty() {
    return head.isEmpty();
  }

  /** Returns whether a part in the middle was dropped. */
  public boolean cut() {
    return !tail.isEmpty();
  }
}
