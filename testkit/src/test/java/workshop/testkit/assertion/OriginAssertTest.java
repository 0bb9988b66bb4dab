package workshop.testkit.assertion;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static workshop.testkit.assertion.OriginAssert.assertThat;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.http.Downloads;
import workshop.testkit.http.Origin;
import workshop.testkit.http.OriginGate;

/** Each assertion is checked twice: it passes, and it fails with the right words. */
class OriginAssertTest {

  private final Origin origin = Origin.start();
  private final Downloads downloads = Downloads.from(origin);

  @AfterEach
  void close() {
    downloads.close();
    origin.close();
  }

  private static void failsWith(ThrowingCallable expectation, String... words) {
    assertThatThrownBy(expectation)
        .isInstanceOf(Diagnosis.class)
        .hasMessageContainingAll(words)
        .hasMessageContainingAll("What happened", "What it means", "What to do", "t the origin\n");
  }

  @Test
  void the_number_of_requests_in_flight_is_checked() throws Exception {
    try (OriginGate gate = origin.hold()) {
      downloads.start("/1");
      downloads.start("/2");
      downloads.start("/3");
      gate.awaitArrivals(3);
    }

    assertThat(origin).neverMoreInFlightThan(3).reachedInFlight(3);
    failsWith(
        () -> assertThat(origin).neverMoreInFlightThan(2),
        "3 requests were in flight together, but the limit is 2.",
        "GET /3");
    failsWith(
        () -> assertThat(origin).reachedInFlight(4),
        "At most 3 requests were in flight at a time, although 4 could have been.",
        "Some downloads wait for others");
  }

  @Test
  void sequential_requests_do_not_count_as_simultaneous() throws Exception {
    downloads.get("/1");
    downloads.get("/2");

    failsWith(
        () -> assertThat(origin).reachedInFlight(2),
        "At most 1 request was in flight at a time",
        "run one after another");
  }

  @Test
  void the_number_of_requests_to_a_path_is_checked() throws Exception {
    downloads.get("/a");
    downloads.get("/a");
    downloads.get("/b");

    assertThat(origin).requestedTimes("/a", 2).requestedTimes("/c", 0);
    failsWith(
        () -> assertThat(origin).requestedTimes("/a", 1),
        "The origin got 2 requests for /a, but 1 was expected.",
        "A request was sent too often");
    failsWith(
        () -> assertThat(origin).requestedTimes("/c", 3),
        "The origin got no request for /c, but 3 were expected.",
        "A request is missing",
        "GET /b");
  }

  @Test
  void only_a_canceled_request_counts_as_canceled() throws Exception {
    OriginGate gate = origin.at("/slow").hold();
    var given = downloads.start("/slow");
    gate.awaitArrivals(1);

    failsWith(
        () -> assertThat(origin).wasCanceled("/slow"),
        "but its request is still in flight",
        "in flight");
    given.cancel(true);
    assertThat(origin).wasCanceled("/slow");
    downloads.get("/quick");
    failsWith(
        () -> assertThat(origin).wasCanceled("/quick"), "did not cancel its request", "completed");
  }

  @Test
  void open_requests_and_connections_are_reported() {
    OriginGate gate = origin.hold();
    downloads.start("/slow");
    gate.awaitArrivals(1);

    failsWith(() -> assertThat(origin).nothingIsInFlight(), "still in flight", "GET /slow");
    failsWith(() -> assertThat(origin).noConnectionIsOpen(), "still open: 1.");
    downloads.close();
    assertThat(origin).nothingIsInFlight().noConnectionIsOpen();
  }
}
