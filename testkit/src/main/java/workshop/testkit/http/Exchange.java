package workshop.testkit.http;

import static java.util.Objects.requireNonNullElse;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One request that reached the origin, and its reply. Times are nanoseconds since the start of the
 * origin.
 *
 * @param number the requests are numbered from 1, in the order of arrival
 * @param attempt the requests for this path are numbered from 1
 * @param connection the connections are numbered from 1
 * @param protocol {@code HTTP/1.1} or {@code HTTP/2}
 * @param query without the question mark; empty if there is none
 * @param headers of the request, with names in lower case
 * @param status of the reply; 0 before the reply
 * @param sent bytes of the body that the network has taken
 * @param startNanos when the request's headers had arrived
 * @param endNanos just before the last byte was sent; 0 while it is in flight
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
    /** It has not ended: the reply is held, delayed, or on its way. */
    IN_FLIGHT("in flight"),
    /** The network has taken the whole reply. */
    COMPLETED("completed"),
    /** The client reset the stream or closed the connection first. */
    ABORTED_BY_CLIENT("aborted by the client"),
    /** The origin ended it early on purpose, or was closed. */
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

  static Exchange arrived(
      long number, int attempt, long connection, HttpServerRequest request, long nanos) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (String name : request.headers().names()) {
      headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(request.headers().getAll(name)));
    }
    return new Exchange(
        number,
        attempt,
        connection,
        protocol(request.version()),
        request.method().name(),
        requireNonNullElse(request.path(), ""), // "OPTIONS *" has none
        requireNonNullElse(request.query(), ""),
        headers,
        0,
        0,
        nanos,
        0,
        Outcome.IN_FLIGHT);
  }

  private static String protocol(HttpVersion version) {
    return switch (version) {
      case HTTP_1_0 -> "HTTP/1.0";
      case HTTP_1_1 -> "HTTP/1.1";
      case HTTP_2 -> "HTTP/2";
      case HTTP_3 -> "HTTP/3";
    };
  }

  Exchange with(int newStatus, long newSent, long newEndNanos, Outcome newOutcome) {
    return new Exchange(
        number,
        attempt,
        connection,
        protocol,
        method,
        path,
        query,
        headers,
        newStatus,
        newSent,
        startNanos,
        newEndNanos,
        newOutcome);
  }

  /** Returns the first value of a header of the request; case does not matter. */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
  }

  public boolean isInFlight() {
    return endNanos == 0;
  }

  /** Returns the time between the arrival of this request and that of {@code other}. */
  public Duration until(Exchange other) {
    return Duration.ofNanos(other.startNanos - startNanos);
  }

  /** Returns the request as a line of a timeline. */
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
