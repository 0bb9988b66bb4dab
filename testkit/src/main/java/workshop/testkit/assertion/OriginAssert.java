package workshop.testkit.assertion;

import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.http.Exchange;
import workshop.testkit.http.Exchanges;
import workshop.testkit.http.Origin;
import workshop.testkit.http.OriginDiagnosis;
import workshop.testkit.thread.Eventually;

/**
 * Assertions on the requests that the origin has received. Assertions on the end of a request or of
 * a connection wait, because the end reaches the origin over the network.
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
   * Expects that at most {@code limit} requests were in flight at the same time. Not for clients
   * that cancel requests: see {@link Exchanges#maxInFlight()}.
   */
  public OriginAssert neverMoreInFlightThan(int limit) {
    Exchanges together = new Exchanges(seen().together());
    if (together.count() > limit) {
      throw OriginDiagnosis.tooManyInFlight(together.count(), limit, together);
    }
    return this;
  }

  /** Expects that at least {@code count} requests were in flight at the same time. */
  public OriginAssert reachedInFlight(int count) {
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
              "The origin got %s for %s, but %s expected."
                  .formatted(requests(count), path, wereExpected(times)))
          .means(
              count > times
                  ? "A request was sent too often, or should not have been sent at all."
                  : "A request is missing, or was not repeated.")
          .nextStep(
              "See the replies below. Decide for each one whether it is final or worth another"
                  + " attempt.")
          .evidence("At the origin", count == 0 ? seen() : seen().to(path));
    }
    return this;
  }

  /** Expects that the client canceled a request for {@code path}, and that none is in flight. */
  public OriginAssert wasCanceled(String path) {
    boolean canceled =
        Eventually.holds(() -> {
          Exchanges requests = seen().to(path);
          return requests.cancellations() > 0 && requests.stream().noneMatch(Exchange::isInFlight);
        });
    if (!canceled) {
      Exchanges requests = seen().to(path);
      boolean going = requests.stream().anyMatch(Exchange::isInFlight);
      throw Diagnosis.observed(
              going
                  ? "The download of " + path + " was canceled, but its request is still in flight."
                  : "The client did not cancel its request for " + path + ".")
          .means(
              going
                  ? "No caller waits for this request anymore, but it keeps its connection and"
                      + " still receives bytes. A deadline that only ends the wait does not stop"
                      + " the request."
                  : "The request ended normally, or was never sent.")
          .nextStep(
              "Call cancel(true) on the future that the client returned, not on one that was"
                  + " derived from it.")
          .evidence("At the origin", requests);
    }
    return this;
  }

  /** Expects that no request is in flight. */
  public OriginAssert nothingIsInFlight() {
    if (!Eventually.holds(() -> seen().stream().noneMatch(Exchange::isInFlight))) {
      throw Diagnosis.observed("The call has returned, but requests are still in flight.")
          .means("No caller waits for this work anymore, and no caller can stop it.")
          .nextStep("Let every request end, or cancel it, before you complete the result.")
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
              "A reply that was not read to its end keeps its connection, and so does a client that"
                  + " was not closed.")
          .nextStep("Read or cancel each reply, and close the client that you created.")
          .evidence("At the origin", seen());
    }
    return this;
  }

  private Exchanges seen() {
    return origin.exchanges();
  }

  private static String requests(int count) {
    return switch (count) {
      case 0 -> "no request";
      case 1 -> "1 request";
      default -> count + " requests";
    };
  }

  private static String wereExpected(int times) {
    return switch (times) {
      case 0 -> "none was";
      case 1 -> "1 was";
      default -> times + " were";
    };
  }
}
