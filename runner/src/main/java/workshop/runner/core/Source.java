package workshop.runner.core;

/**
 * A learner's file as it is now.
 *
 * @param digest changes when the text changes; line ends do not count
 * @param starter whether it still is the starter, line ends aside
 * @param solvedAsGiven whether the starter has nothing to do in it, as the warm-up's
 * @param missing whether there is no such file
 */
public record Source(String digest, boolean starter, boolean solvedAsGiven, boolean missing) {

  /** Returns whether there is something to judge: somebody wrote something, or it is a warm-up. */
  public boolean worthRunning() {
    return !starter || solvedAsGiven;
  }
}
