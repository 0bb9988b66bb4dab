package workshop.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import workshop.testkit.assertion.OriginAssert;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.http.Exchange.Outcome;
import workshop.testkit.thread.Await;

class OriginGateTest {

  private final Origin origin = Origin.start();
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
    origin.close();
  }

  private Downloads downloads(Version version) {
    Downloads downloads = Downloads.from(origin, version);
    open.add(downloads);
    return downloads;
  }

  private static int status(Future<HttpResponse<byte[]>> download) {
    return Await.result("the reply", download).statusCode();
  }

  @ParameterizedTest
  @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
  void no_request_passes_a_closed_gate(Version version) {
    Downloads downloads = downloads(version);
    OriginGate gate = origin.at("/file").hold();

    var first = downloads.start("/file");
    var second = downloads.start("/file");
    gate.awaitArrivals(2);

    assertThat(gate.waiting()).isEqualTo(2);
    assertThat(first).isNotDone();
    assertThat(second).isNotDone();
    gate.open();
    assertThat(status(first)).isEqualTo(404);
    assertThat(status(second)).isEqualTo(404);
    assertThat(gate.waiting()).isZero();
  }

  @Test
  void let_releases_the_oldest_request_and_counts_for_later_ones() {
    Downloads downloads = downloads(Version.HTTP_1_1);
    OriginGate gate = origin.hold();

    var first = downloads.start("/1");
    gate.awaitArrivals(1);
    var second = downloads.start("/2");
    gate.awaitArrivals(2);
    gate.let(1);
    status(first);
    assertThat(second).isNotDone();
    gate.let(2);

    status(second);
    status(downloads.start("/3"));
    var fourth = downloads.start("/4");
    gate.awaitArrivals(4);
    assertThat(fourth).isNotDone();
  }

  @Test
  void a_gate_in_the_body_holds_everything_after_the_first_bytes() {
    Downloads downloads = downloads(Version.HTTP_1_1);
    origin.at("/file").answers(Reply.random(1, 10_000));
    OriginGate gate = origin.at("/file").holdAfter(4_000);

    var download = downloads.start("/file");
    gate.awaitArrivals(1);

    assertThat(origin.exchanges().list())
        .singleElement()
        .satisfies(each -> {
          assertThat(each.sent()).isEqualTo(4_000);
          assertThat(each.isInFlight()).isTrue();
        });
    gate.open();
    assertThat(Await.result("the reply", download).body()).isEqualTo(Reply.randomBytes(1, 10_000));
  }

  @Test
  void a_canceled_request_no_longer_waits_at_the_gate() {
    Downloads downloads = downloads(Version.HTTP_1_1);
    OriginGate gate = origin.hold();

    var impatient = downloads.start("/1");
    gate.awaitArrivals(1);
    impatient.cancel(true);
    OriginAssert.assertThat(origin).wasCanceled("/1");
    assertThat(gate.waiting()).isZero();
    gate.let(1);

    status(downloads.start("/2"));
  }

  @Test
  void other_paths_are_not_held() throws Exception {
    origin.at("/held").hold();

    assertThat(downloads(Version.HTTP_1_1).get("/other").statusCode()).isEqualTo(404);
  }

  @Test
  void a_wait_for_a_missing_request_lists_the_requests_that_arrived() {
    String usual = System.getProperty("workshop.deadline");
    Downloads downloads = downloads(Version.HTTP_1_1);
    OriginGate gate = origin.hold();
    downloads.start("/1");
    gate.awaitArrivals(1);

    System.setProperty("workshop.deadline", "0.05");
    try {
      assertThatThrownBy(() -> gate.awaitArrivals(2))
          .isInstanceOf(Diagnosis.class)
          .hasMessageContaining(
              "aited 0.05 s for 2 requests at the origin (held before the reply, every path)")
          .hasMessageContaining("GET /1  HTTP/1.1");
    } finally {
      if (usual == null) {
        System.clearProperty("workshop.deadline");
      } else {
        System.setProperty("workshop.deadline", usual);
      }
    }
  }

  @Test
  void a_wait_for_simultaneous_requests_reports_one_too_many_and_one_too_few() {
    Downloads downloads = downloads(Version.HTTP_1_1);
    OriginGate gate = origin.hold();
    for (int i = 1; i <= 3; i++) {
      downloads.start("/" + i);
    }

    gate.awaitTogether(3);
    assertThatThrownBy(() -> gate.awaitTogether(4))
        .isInstanceOf(Diagnosis.class)
        .hasMessageContaining(
            "At most 3 requests were in flight at a time, although 4 could have been.");
    gate.awaitNoMoreThan(3);
    assertThatThrownBy(() -> gate.awaitNoMoreThan(2))
        .isInstanceOf(Diagnosis.class)
        .hasMessageContaining("3 requests were in flight together, but the limit is 2.");
  }

  @ParameterizedTest
  @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
  void a_client_that_waits_for_each_reply_is_never_counted_twice(Version version) throws Exception {
    Downloads downloads = downloads(version);
    origin.at("/file").answers(Reply.random(1, 3_000));

    for (int i = 0; i < 200; i++) {
      downloads.get("/file");
    }

    assertThat(origin.exchanges().maxInFlight()).isEqualTo(1);
    assertThat(origin.exchanges().that(Outcome.COMPLETED).count()).isEqualTo(200);
  }

  @Test
  void closing_the_origin_ends_held_and_stalled_requests() {
    Downloads downloads = downloads(Version.HTTP_1_1);
    origin.at("/held").hold();
    origin.at("/stalled").answers(Reply.random(1, 10_000).stallsAfter(5_000));
    CompletableFuture<?> held = downloads.start("/held");
    CompletableFuture<?> stalled = downloads.start("/stalled");
    Await.until("both", () -> origin.exchanges().count() == 2);

    origin.close();

    Await.failure("the held request", held);
    Await.failure("the stalled request", stalled);
    assertThat(origin.exchanges().that(Outcome.CUT_BY_ORIGIN).count()).isEqualTo(2);
    assertThat(origin.openConnections()).isZero();
  }
}
