package workshop.testkit.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import workshop.testkit.thread.PendingEvents;

/** One request in flight. Written by the event loop, under the journal's lock. */
final class Visit {

  private final Journal journal;
  private final long number;
  private final int attempt;
  private final long connection;
  private final String protocol;
  private final String method;
  private final String path;
  private final String query;
  private final Map<String, List<String>> headers = new LinkedHashMap<>();
  private final long startNanos;
  private int status;
  private long sent;
  private long endNanos;
  private Exchange.Outcome outcome = Exchange.Outcome.IN_FLIGHT;

  Visit(Journal journal, long number, int attempt, long connection, HttpServerRequest request) {
    this.journal = journal;
    this.number = number;
    this.attempt = attempt;
    this.connection = connection;
    this.protocol = protocol(request.version());
    this.method = request.method().name();
    this.path = Objects.requireNonNullElse(request.path(), ""); // "OPTIONS *" has none
    this.query = Objects.requireNonNullElse(request.query(), "");
    for (String name : request.headers().names()) {
      headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(request.headers().getAll(name)));
    }
    this.startNanos = journal.now();
  }

  String path() {
    return path;
  }

  PendingEvents pendingEvents() {
    return journal.pendingEvents();
  }

  private static String protocol(HttpVersion version) {
    return switch (version) {
      case HTTP_1_0 -> "HTTP/1.0";
      case HTTP_1_1 -> "HTTP/1.1";
      case HTTP_2 -> "HTTP/2";
      case HTTP_3 -> "HTTP/3";
    };
  }

  void replied(int replyStatus) {
    synchronized (journal) {
      status = replyStatus;
    }
  }

  void sent(int bytes) {
    synchronized (journal) {
      sent += bytes;
    }
  }

  /**
   * Records the end, unless it has ended before. Must be called before the client can see the end,
   * so that the client's next request comes later.
   */
  void leaves(Exchange.Outcome how) {
    synchronized (journal) {
      if (endNanos == 0) {
        endNanos = journal.now();
        outcome = how;
      }
    }
  }

  /** Corrects the end: the client has not received the last byte. */
  void wasAbortedAfterAll() {
    synchronized (journal) {
      outcome = Exchange.Outcome.ABORTED_BY_CLIENT;
    }
  }

  boolean isHere() {
    synchronized (journal) {
      return endNanos == 0;
    }
  }

  int attempt() {
    return attempt;
  }

  Exchange exchange() {
    synchronized (journal) {
      return new Exchange(
          number,
          attempt,
          connection,
          protocol,
          method,
          path,
          query,
          headers,
          status,
          sent,
          startNanos,
          endNanos,
          outcome);
    }
  }
}
