package workshop.comparison.rows;

import java.io.IOException;

/** Loads a server until it has stopped getting faster. */
final class WarmUp {

  /** Two windows agree if the later is at most so much faster or slower than the one before. */
  static final double AGREE = 0.1;

  private WarmUp() {}

  /** Loads the server for a while. */
  @FunctionalInterface
  interface Window {

    /** Returns the replies in each second. */
    double run() throws IOException, InterruptedException;
  }

  /**
   * Runs windows, on the calling thread, until two in a row agree.
   *
   * @param most windows, two at least
   * @return whether two did agree
   */
  static boolean run(int most, Window window) throws IOException, InterruptedException {
    double before = window.run();
    for (int i = 1; i < most; i++) {
      double now = window.run();
      if (Math.abs(now - before) <= AGREE * before) {
        return true;
      }
      before = now;
    }
    return false;
  }
}
