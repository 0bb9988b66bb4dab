package workshop.comparison.run;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Has contenders work until they get no faster: until two windows in a row agree, but only for so
 * long. Remembers for whom that was not enough. Several threads may have some warmed up at a time.
 */
public final class WarmUp {

  /** By how much of the faster one two windows may differ that agree. */
  private static final double TOLERANCE = 0.1;

  private final Duration window;
  private final Duration most;
  private final Set<String> unsettled = Collections.synchronizedSet(new LinkedHashSet<>());

  /**
   * Returns one that has warmed up nobody yet.
   *
   * @param window how long each window is wished to be
   * @param most how much measured time each may take; the window that exceeds it is the last one. A
   *     third of it is the least: code that is not compiled yet is slow at an even pace, too
   */
  public WarmUp(Duration window, Duration most) {
    this.window = window;
    this.most = most;
  }

  /** Returns how long each window is wished to be. */
  public Duration window() {
    return window;
  }

  /**
   * What was seen in one window.
   *
   * @param perSecond how much was done in each second
   * @param seconds how long it took
   */
  public record Window(double perSecond, double seconds) {}

  /** Whoever can be measured for one window. */
  @FunctionalInterface
  public interface Work {
    Window window() throws IOException, InterruptedException;
  }

  /** Measures {@code work} until it has settled or the time is over. Blocks for as long. */
  public void warm(String who, Work work) throws IOException, InterruptedException {
    Window before = work.window();
    double seconds = before.seconds();
    while (seconds < most.toNanos() / 1e9) {
      Window now = work.window();
      seconds += now.seconds();
      if (seconds >= least().toNanos() / 1e9 && agree(before.perSecond(), now.perSecond())) {
        return;
      }
      before = now;
    }
    unsettled.add(who);
  }

  private Duration least() {
    return most.dividedBy(3);
  }

  static boolean agree(double a, double b) {
    return Math.abs(a - b) <= TOLERANCE * Math.max(a, b);
  }

  /** The rule, and for whom the time was over first, for the reader of the numbers. */
  public String note(String where) {
    String rule =
        String.format(
            Locale.ROOT,
            "Warm-up %s: windows of %d ms, for at least %.1f s and until two in a row differ by at "
                + "most %.0f%%, or %.1f s have been measured. ",
            where,
            window.toMillis(),
            least().toMillis() / 1000.0,
            100 * TOLERANCE,
            most.toMillis() / 1000.0);
    return rule
        + (unsettled.isEmpty()
            ? "All came to rest."
            : "The time was over first for %s: they had not come to rest, and may do better when warm."
                .formatted(String.join("; ", unsettled)));
  }
}
