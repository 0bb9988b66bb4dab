package workshop.testkit.http;

import java.time.Duration;

/**
 * How fast a reply is sent.
 *
 * @param latency from the request to the first byte of the reply
 * @param chunk bytes between two pauses
 */
record Pace(Duration latency, int chunk, Duration pause) {

  /** As fast as the client takes it, in chunks, so that the event loop stays free. */
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
