package workshop.comparison.run;

import java.io.IOException;
import java.time.Duration;
import workshop.comparison.result.Remark;

/**
 * Has a contender work until it gets no faster: until two windows in a row agree, within limits.
 *
 * @param window how long each window is meant to be
 * @param most how long it may take; a third of it is the least, since code that is not compiled yet
 *     is slow at an even pace, too
 * @param recorder is told who was still getting faster at the end
 */
public record WarmUp(Duration window, Duration most, Recorder recorder) {

  /** By how much of the faster one two windows may differ that agree. */
  private static final double TOLERANCE = 0.1;

  public record Window(double perSecond, double seconds) {}

  /** A contender that can work for one window. */
  @FunctionalInterface
  public interface Work {
    Window window() throws IOException, InterruptedException;
  }

  /** Blocks until {@code work} has settled or the time is over. */
  public void warm(String who, Work work) throws IOException, InterruptedException {
    Window before = work.window();
    double seconds = before.seconds();
    double limit = most.toNanos() / 1e9;
    while (seconds < limit) {
      Window now = work.window();
      seconds += now.seconds();
      if (seconds >= limit / 3 && agree(before.perSecond(), now.perSecond())) {
        return;
      }
      before = now;
    }
    recorder.remark(Remark.Kind.NOT_SETTLED, who, "");
  }

  static boolean agree(double a, double b) {
    return Math.abs(a - b) <= TOLERANCE * Math.max(a, b);
  }
}
