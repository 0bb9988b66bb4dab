package workshop.testkit.http;

import java.time.Duration;

/**
 * How fast a reply goes.
 *
 * @param latency from the request to the first byte of the reply
 * @param chunk bytes that are sent at once
 * @param pause between two chunks
 */
record Pace(Duration latency, int chunk, Duration pause) {

  /** As fast as the client takes it, in pieces that keep the event loop free for others. */
  static final Pace FULL = new Pace(Duration.ZERO, 64 * 1024, Duration.ZERO);

  Pace {
    if (latency.isNegative() || pause.isNegative()) {
      throw new IllegalArgumentException(
          "a duration must not be negative: " + (latency.isNegative() ? latency : pause));
    }
    if (chunk < 1) {
      throw new IllegalArgumentException("chunk must be at least 1 byte: " + chunk);
    }
  }
}
