package workshop.testkit.assertion;

import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.http.Exchange;
import workshop.testkit.http.Exchanges;
import workshop.testkit.http.Origin;
import workshop.testkit.http.OriginDiagnosis;
import workshop.testkit.thread.Eventually;

/**
 * Says what the origin saw, and what that means for the one who sent the requests.
 *
 * <p>Statements about what <em>has been</em> look once. Those about what <em>is going to end</em>
 * (a cancellation, a connection) wait for a bounded time, because the news travels over the
 * network.
 */
public final class OriginAssert {

  private final Origin origin;

  private OriginAssert(Origin origin) {
    this.origin = origin;
  }

  public static OriginAssert assertThat(Origin origin) {
    return new OriginAssert(origin);
  }

  /**
   * Expects that at no time more than {@code limit} requests were in flight. Not for clients that
   * give requests up: see {@link Exchanges#maxInFlight()}.
   */
  public OriginAssert neverMoreInFlightThan(int limit) {
    Exchanges together = new Exchanges(seen().together());
    if (together.count() > limit) {
      throw OriginDiagnosis.tooManyInFlight(together.count(), limit, together);
    }
    return this;
  }

  /** Expects that at some time at least {@code count} requests were in flight together. */
  public OriginAssert sawTogether(int count) {
    if (seen().maxInFlight() < count) {
      throw OriginDiagnosis.tooFewTogether(count, seen());
    }
    return this;
  }

  /** Expects exactly {@code times} requests for {@code path}. */
  public OriginAssert requestedTimes(String path, int times) {
    int count = seen().to(path).count();
    if (count != times) {
      throw Diagnosis.observed(
              path + " was requested " + times(count) + ", expected: " + times(times) + ".")
          .means(
              count > times
                  ? "A request was repeated that should not have been, or once too often."
                  : "A request that should have been sent, or sent again, never was.")
          .nextStep(
              "Look at the replies below and decide for each whether it is final, or worth another"
                  + " attempt.")
          .evidence("At the origin", count == 0 ? seen() : seen().to(path));
    }
    return this;
  }

  /**
   * Expects that the client gave up a request for {@code path}, and has none in flight any more.
   */
  public OriginAssert wasCancelled(String path) {
    boolean cancelled =
        Eventually.holds(() -> {
          Exchanges requests = seen().to(path);
          return requests.cancellations() > 0 && requests.stream().noneMatch(Exchange::isInFlight);
        });
    if (!cancelled) {
      Exchanges requests = seen().to(path);
      boolean going = requests.stream().anyMatch(Exchange::isInFlight);
      throw Diagnosis.observed(
              going
                  ? "The download of " + path + " was given up, and the request goes on."
                  : "The client did not give up the request for " + path + ".")
          .means(
              going
                  ? "No caller waits for it any longer, but it keeps its connection, and its bytes keep"
                      + " coming: a deadline that only stops the waiting does not stop the work."
                  : "The request ran to its end, or was never sent. It was not canceled.")
          .nextStep(
              "Cancel the exchange itself: the future that the client returned, not one that was"
                  + " derived for waiting.")
          .evidence("At the origin", requests);
    }
    return this;
  }

  /** Expects that no request is in flight any more. */
  public OriginAssert nothingIsInFlight() {
    if (!Eventually.holds(() -> seen().stream().noneMatch(Exchange::isInFlight))) {
      throw Diagnosis.observed("The call has ended, and requests are still in flight.")
          .means("This work has no owner any longer: no caller waits for it or can stop it.")
          .nextStep("End or cancel every request before you report that you are done.")
          .evidence("At the origin", seen().that(Exchange.Outcome.IN_FLIGHT));
    }
    return this;
  }

  /** Expects that the client has closed its connections. */
  public OriginAssert noConnectionIsOpen() {
    if (!Eventually.holds(() -> origin.openConnections() == 0)) {
      throw Diagnosis.observed(
              "Connections to the origin are still open: " + origin.openConnections() + ".")
          .means(
              "A reply that was not read to its end, or a client that was not closed, keeps one.")
          .nextStep("Read or cancel each reply, and close the client that you have made.")
          .evidence("At the origin", seen());
    }
    return this;
  }

  private Exchanges seen() {
    return origin.exchanges();
  }

  private static String times(int count) {
    return switch (count) {
      case 0 -> "never";
      case 1 -> "once";
      case 2 -> "twice";
      default -> count + " times";
    };
  }
}
