package workshop.testkit.http;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import workshop.testkit.thread.PendingEvents;

/** Records the requests and connections. Written by the event loop, read by any thread. */
final class RequestLog {

  private final PendingEvents pendingEvents = new PendingEvents();
  private final long start = System.nanoTime();
  private final List<TrackedRequest> requests = new ArrayList<>();
  private final Map<String, Integer> attempts = new HashMap<>();

  /** Open connections by the client's port: an upgrade to HTTP/2 keeps the connection. */
  private final Map<Integer, Long> open = new HashMap<>();

  private long connections;

  synchronized void opened(HttpConnection connection) {
    open.computeIfAbsent(connection.remoteAddress().port(), _ -> ++connections);
  }

  synchronized void closed(HttpConnection connection) {
    open.remove(connection.remoteAddress().port());
  }

  synchronized int openConnections() {
    return open.size();
  }

  /** Records a request that has just arrived. */
  synchronized TrackedRequest arrived(HttpServerRequest request) {
    int attempt = attempts.merge(request.path(), 1, Integer::sum);
    long connection = open.getOrDefault(request.connection().remoteAddress().port(), 0L);
    TrackedRequest tracked =
        new TrackedRequest(
            this, Exchange.arrived(requests.size() + 1L, attempt, connection, request, now()));
    requests.add(tracked);
    return tracked;
  }

  synchronized Exchanges exchanges() {
    return new Exchanges(requests.stream().map(TrackedRequest::exchange).toList());
  }

  /** Returns the pauses that end by themselves: latencies, and pauses between two chunks. */
  PendingEvents pendingEvents() {
    return pendingEvents;
  }

  /** Cuts off every request that is still in flight. */
  synchronized void close() {
    pendingEvents.close();
    requests.forEach(each -> each.end(Exchange.Outcome.CUT_BY_ORIGIN));
  }

  /** Returns the nanoseconds since the start, never 0. */
  long now() {
    return Math.max(1, System.nanoTime() - start);
  }
}
