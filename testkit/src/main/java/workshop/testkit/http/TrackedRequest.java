package workshop.testkit.http;

import workshop.testkit.thread.PendingEvents;

/** A request and what has become of it. Written by the event loop, under the log's lock. */
final class TrackedRequest {

  private final RequestLog log;
  private Exchange exchange;

  TrackedRequest(RequestLog log, Exchange arrived) {
    this.log = log;
    this.exchange = arrived;
  }

  PendingEvents pendingEvents() {
    return log.pendingEvents();
  }

  Exchange exchange() {
    synchronized (log) {
      return exchange;
    }
  }

  boolean isInFlight() {
    return exchange().isInFlight();
  }

  void replied(int status) {
    synchronized (log) {
      exchange = exchange.with(status, exchange.sent(), exchange.endNanos(), exchange.outcome());
    }
  }

  void sent(int bytes) {
    synchronized (log) {
      exchange =
          exchange.with(
              exchange.status(), exchange.sent() + bytes, exchange.endNanos(), exchange.outcome());
    }
  }

  /**
   * Records the end, unless one was recorded before. Must be called before the client can see the
   * end, so that the client's next request comes later.
   */
  void end(Exchange.Outcome how) {
    synchronized (log) {
      if (exchange.isInFlight()) {
        exchange = exchange.with(exchange.status(), exchange.sent(), log.now(), how);
      }
    }
  }

  /** Corrects the end: the client has not received the last byte. */
  void wasAbortedAfterAll() {
    synchronized (log) {
      exchange =
          exchange.with(
              exchange.status(),
              exchange.sent(),
              exchange.endNanos(),
              Exchange.Outcome.ABORTED_BY_CLIENT);
    }
  }
}
