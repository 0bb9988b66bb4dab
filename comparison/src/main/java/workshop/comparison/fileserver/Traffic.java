package workshop.comparison.fileserver;

import java.io.IOException;
import java.time.Duration;

/**
 * Closed-loop load: every keep-alive connection sends its next request when it has received a
 * reply.
 */
@FunctionalInterface
interface Traffic {

  /**
   * Blocks until {@code time} is over.
   *
   * @throws IOException if the server cannot be reached or replies with an error
   */
  Seen run(int port, int connections, Duration time) throws IOException, InterruptedException;

  /**
   * What the clients received.
   *
   * @param perSecond replies in each second
   * @param timedOut requests that got no reply in time
   */
  record Seen(double perSecond, long timedOut) {}
}
