package workshop.testkit.http;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One request that reached the origin, and what became of it.
 *
 * @param number counts all requests in the order in which they arrived, from 1
 * @param attempt counts the requests for this path, from 1
 * @param connection the number of the connection it came by, from 1
 * @param protocol {@code HTTP/1.1} or {@code HTTP/2}
 * @param path without the query
 * @param query without the question mark, empty if there is none
 * @param headers the request's, names in lower case
 * @param status what the reply says; 0 as long as nothing was replied
 * @param sent bytes of the body that were handed to the network
 * @param startNanos when its headers had arrived, since the start of the origin
 * @param endNanos when it left, just before its last byte did, since the start of the origin; 0
 *     while it is in flight
 * @param outcome how it ended
 */
public record Exchange(
    long number,
    int attempt,
    long connection,
    String protocol,
    String method,
    String path,
    String query,
    Map<String, List<String>> headers,
    int status,
    long sent,
    long startNanos,
    long endNanos,
    Outcome outcome) {

  /** How a request ended. */
  public enum Outcome {
    /** Not yet: the reply is still held, delayed, or on its way. */
    IN_FLIGHT("in flight"),
    /** All that the reply had to say was handed to the network. */
    COMPLETED("completed"),
    /** The client reset the stream or closed the connection before. */
    ABORTED_BY_CLIENT("aborted by the client"),
    /** The origin reset or ended it early, as it was told to, or was closed itself. */
    CUT_BY_ORIGIN("cut off by the origin");

    private final String words;

    Outcome(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  public Exchange {
    headers = Map.copyOf(headers);
  }

  /** Returns the first value of the request's header, whatever the case of its name. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }

  public boolean isInFlight() {
    return endNanos == 0;
  }

  /** Returns the time from the arrival of this request's headers to that of {@code other}'s. */
  public Duration until(Exchange other) {
    return Duration.ofNanos(other.startNanos - startNanos);
  }

  /** Returns a line of a timeline. */
  @Override
  public String toString() {
    return "%3d  %s %s%s  %s, connection %d  %s, %d bytes sent, %s"
        .formatted(
            number,
            method,
            path,
            attempt == 1 ? "" : " (attempt " + attempt + ")",
            protocol,
            connection,
            status == 0 ? "no status yet" : Integer.toString(status),
            sent,
            outcome);
  }
}
