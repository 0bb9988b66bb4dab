package workshop.comparison.fileserver;

import java.io.IOException;
import java.time.Duration;

/** Closed-loop load: so many keep-alive connections, each asks again when it has its reply. */
@FunctionalInterface
interface Traffic {

  /**
   * Blocks until {@code time} is over.
   *
   * @throws IOException if the server cannot be reached, or says no
   */
  Seen run(int port, int connections, Duration time) throws IOException, InterruptedException;

  /**
   * What came of it.
   *
   * @param perSecond replies in each second
   * @param timedOut requests that got no reply in time
   */
  record Seen(double perSecond, long timedOut) {}
}
