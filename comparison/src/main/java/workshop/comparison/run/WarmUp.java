package workshop.comparison.run;

import java.io.IOException;
import java.time.Duration;
import workshop.comparison.result.Remark;

/**
 * Lets a contender work until it gets no faster: until two consecutive windows agree, within
 * limits.
 *
 * @param window how long each window should be
 * @param most how long it may take; it takes at least a third of that, because code that is not
 *     compiled yet also runs at a steady pace
 * @param recorder receives a remark if the contender was still getting faster at the end
 */
public record WarmUp(Duration window, Duration most, Recorder recorder) {

  /** How much two windows that agree may differ, as a share of the faster one. */
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
