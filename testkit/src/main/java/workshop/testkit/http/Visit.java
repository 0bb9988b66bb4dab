package workshop.testkit.http;

import workshop.testkit.thread.PendingEvents;

/** One request in flight. Written by the event loop, under the journal's lock. */
final class Visit {

  private final Journal journal;
  private Exchange exchange;

  Visit(Journal journal, Exchange arrived) {
    this.journal = journal;
    this.exchange = arrived;
  }

  PendingEvents pendingEvents() {
    return journal.pendingEvents();
  }

  Exchange exchange() {
    synchronized (journal) {
      return exchange;
    }
  }

  boolean isHere() {
    return exchange().isInFlight();
  }

  void replied(int status) {
    synchronized (journal) {
      exchange = exchange.with(status, exchange.sent(), exchange.endNanos(), exchange.outcome());
    }
  }

  void sent(int bytes) {
    synchronized (journal) {
      exchange =
          exchange.with(
              exchange.status(), exchange.sent() + bytes, exchange.endNanos(), exchange.outcome());
    }
  }

  /**
   * Records the end, unless it has ended before. Must be called before the client can see the end,
   * so that the client's next request comes later.
   */
  void leaves(Exchange.Outcome how) {
    synchronized (journal) {
      if (exchange.isInFlight()) {
        exchange = exchange.with(exchange.status(), exchange.sent(), journal.now(), how);
      }
    }
  }

  /** Corrects the end: the client has not received the last byte. */
  void wasAbortedAfterAll() {
    synchronized (journal) {
      exchange =
          exchange.with(
              exchange.status(),
              exchange.sent(),
              exchange.endNanos(),
              Exchange.Outcome.ABORTED_BY_CLIENT);
    }
  }
}
