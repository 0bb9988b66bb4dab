package workshop.testkit.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpClient.Version;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import workshop.testkit.assertion.OriginAssert;
import workshop.testkit.http.Exchange.Outcome;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Eventually;
import workshop.testkit.thread.PermanentThreads;
import workshop.testkit.thread.Quiescence;

class OriginTest {

  @Test
  void each_request_is_recorded_in_full() throws Exception {
    try (Origin origin = Origin.start();
        Downloads downloads = Downloads.from(origin)) {
      origin.at("/file").answers(Reply.status(503), Reply.of("soup"));

      downloads.get("/file?table=7", "X-Guest", "Ada");
      downloads.get("/file");

      Exchange first = origin.exchanges().list().getFirst();
      Exchange second = origin.exchanges().list().getLast();
      assertThat(first.number()).isEqualTo(1);
      assertThat(first.attempt()).isEqualTo(1);
      assertThat(first.method()).isEqualTo("GET");
      assertThat(first.path()).isEqualTo("/file");
      assertThat(first.query()).isEqualTo("table=7");
      assertThat(first.header("x-GUEST")).hasValue("Ada");
      assertThat(first.header("x-nobody")).isEmpty();
      assertThat(first.protocol()).isEqualTo("HTTP/1.1");
      assertThat(first.status()).isEqualTo(503);
      assertThat(first.outcome()).isEqualTo(Outcome.COMPLETED);
      assertThat(first.startNanos()).isPositive();
      assertThat(first.endNanos()).isGreaterThanOrEqualTo(first.startNanos());
      assertThat(second.attempt()).isEqualTo(2);
      assertThat(second.query()).isEmpty();
      assertThat(second.connection()).isEqualTo(first.connection());
      assertThat(first.until(second)).isPositive();
      assertThat(first.toString()).contains("  1  GET /file  HTTP/1.1, connection 1  503");
      assertThat(second.toString()).contains("  2  GET /file (attempt 2)  HTTP/1.1, connection 1");
    }
  }

  @Test
  void a_delayed_reply_keeps_the_program_from_being_quiet() throws Exception {
    try (Origin origin = Origin.start();
        Downloads downloads = Downloads.from(origin)) {
      origin.at("/late").answers(Reply.of("soup").after(Duration.ofHours(1)));
      downloads.start("/late");
      Await.until("the request", () -> origin.exchanges().count() == 1);

      assertThat(isQuiet()).isFalse();
    }
    assertThat(isQuiet()).isTrue();
  }

  private static boolean isQuiet() throws InterruptedException {
    Quiescence quiescence = new Quiescence();
    for (int look = 0; look < 200; look++) {
      if (quiescence.isReached()) {
        return true;
      }
      Thread.sleep(6);
    }
    return false;
  }

  @Test
  void a_list_of_exchanges_does_not_change_afterwards() throws Exception {
    try (Origin origin = Origin.start();
        Downloads downloads = Downloads.from(origin)) {
      Exchanges before = origin.exchanges();
      downloads.get("/a");

      assertThat(before.list()).isEmpty();
      assertThat(before.toString()).contains("no request has arrived");
      assertThat(origin.exchanges().to("/a").count()).isEqualTo(1);
      assertThat(origin.exchanges().to("/b").count()).isZero();
      assertThat(origin.exchanges()).hasSize(1);
      assertThatThrownBy(() -> origin.exchanges().list().clear())
          .isInstanceOf(UnsupportedOperationException.class);
    }
  }

  @Test
  void simultaneous_requests_share_one_connection_only_over_http_2() throws Exception {
    assertThat(connectionsOfFive(Version.HTTP_1_1)).isEqualTo(5);
    assertThat(connectionsOfFive(Version.HTTP_2)).isEqualTo(1);
  }

  private static int connectionsOfFive(Version version) throws Exception {
    try (Origin origin = Origin.start();
        Downloads downloads = Downloads.from(origin, version)) {
      downloads.get("/first"); // over HTTP/2 the connection is upgraded here
      OriginGate gate = origin.hold();
      for (int i = 0; i < 5; i++) {
        downloads.start("/" + i);
      }
      gate.awaitArrivals(5);
      assertThat(origin.exchanges().maxInFlight()).isEqualTo(5);
      return gate.arrivals().connections();
    }
  }

  @Test
  void http_2_by_prior_knowledge_is_understood() throws Exception {
    try (Origin origin = Origin.start();
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), origin.port())) {
      socket.getOutputStream().write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII));
      socket.getOutputStream().write(new byte[] {0, 0, 0, 4, 0, 0, 0, 0, 0}); // empty SETTINGS

      byte[] header = socket.getInputStream().readNBytes(9);

      assertThat(header[3]).as("the frame that opens HTTP/2: SETTINGS").isEqualTo((byte) 4);
    }
  }

  @Test
  void a_request_above_the_stream_limit_fails_in_the_jdks_client() throws Exception {
    try (Origin origin = Origin.start(2);
        Downloads downloads = Downloads.from(origin, Version.HTTP_2)) {
      downloads.get("/first");
      OriginGate gate = origin.hold();
      downloads.start("/1");
      downloads.start("/2");
      gate.awaitArrivals(2);

      assertThat(Await.failure("the third", downloads.start("/3")))
          .hasMessageContaining("too many concurrent streams");
    }
  }

  @Test
  void a_reset_is_seen_as_a_reset_on_the_wire() throws Exception {
    try (Origin origin = Origin.start();
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), origin.port())) {
      origin.at("/file").answers(Reply.random(1, 10_000).resetsAfter(5_000));

      socket.getOutputStream().write("GET /file HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(US_ASCII));

      InputStream in = socket.getInputStream();
      assertThatThrownBy(in::readAllBytes)
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("reset");
    }
  }

  @Test
  void a_client_that_hangs_up_is_noticed_at_any_point_of_its_reply() throws Exception {
    try (Origin origin = Origin.start()) {
      origin.at("/held").hold();
      origin.at("/late").answers(Reply.of("soup").after(Duration.ofDays(1)));
      origin.at("/stalled").answers(Reply.random(1, 10_000).stallsAfter(5_000));
      for (String path : List.of("/held", "/late", "/stalled")) {
        hangUp(origin, path);

        OriginAssert.assertThat(origin).wasCanceled(path);
      }
      OriginAssert.assertThat(origin).noConnectionIsOpen();
    }
  }

  private static void hangUp(Origin origin, String path) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), origin.port())) {
      String request = "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      Await.until("the request", () -> origin.exchanges().to(path).count() == 1);
    }
  }

  @Test
  void a_client_that_reads_slowly_slows_down_the_origin() throws Exception {
    int length = 64 << 20;
    try (Origin origin = Origin.start();
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), origin.port())) {
      origin.at("/big").answers(Reply.of(new byte[length]));

      socket.getOutputStream().write("GET /big HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(US_ASCII));
      Await.until(
          "the origin to stand still",
          () -> {
            long before = sent(origin);
            boolean moved = Eventually.holds(() -> sent(origin) != before);
            return before > 0 && !moved;
          });

      assertThat(sent(origin)).isLessThan(length / 2);
      assertThat(origin.exchanges().that(Outcome.IN_FLIGHT).count()).isEqualTo(1);
    }
  }

  private static long sent(Origin origin) {
    return origin.exchanges().stream().mapToLong(Exchange::sent).sum();
  }

  @ParameterizedTest
  @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
  void the_maximum_in_flight_of_a_filter_counts_only_its_own_requests(Version version)
      throws Exception {
    try (Origin origin = Origin.start();
        Downloads downloads = Downloads.from(origin, version)) {
      downloads.get("/first");
      try (OriginGate gate = origin.hold()) {
        List.of("/a", "/a", "/b").forEach(downloads::start);
        gate.awaitArrivals(3);
      }
      OriginAssert.assertThat(origin).nothingIsInFlight();

      assertThat(origin.exchanges().maxInFlight()).isEqualTo(3);
      assertThat(origin.exchanges().to("/a").maxInFlight()).isEqualTo(2);
      assertThat(origin.exchanges().to("/first").maxInFlight()).isEqualTo(1);
    }
  }

  @Test
  void all_origins_share_threads_that_do_not_count_as_leaked() throws Exception {
    try (Origin origin = Origin.start();
        Downloads downloads = Downloads.from(origin)) {
      downloads.get("/first");
    }
    Set<Thread> before = originThreads();

    try (Origin origin = Origin.start();
        Downloads downloads = Downloads.from(origin)) {
      downloads.get("/first");

      assertThat(originThreads())
          .isNotEmpty()
          .isEqualTo(before)
          .allMatch(thread -> thread.isDaemon())
          .allMatch(thread -> PermanentThreads.reasonToKeep(thread).isPresent());
    }
  }

  private static Set<Thread> originThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("origin-"))
        .collect(Collectors.toSet());
  }

  @Test
  void closing_the_origin_ends_its_connections_and_a_second_close_does_nothing() throws Exception {
    Origin origin = Origin.start();
    origin.hold();
    List<Socket> clients = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Socket client = new Socket(InetAddress.getLoopbackAddress(), origin.port());
      client.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(US_ASCII));
      clients.add(client);
    }
    Await.until("three requests", () -> origin.exchanges().count() == 3);

    origin.close();
    origin.close();

    for (Socket client : clients) {
      assertThat(client.getInputStream().read()).as("end of stream").isEqualTo(-1);
      client.close();
    }
    assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), origin.port()))
        .isInstanceOf(ConnectException.class);
  }

  @Test
  void a_path_starts_with_a_slash() {
    try (Origin origin = Origin.start()) {
      assertThatThrownBy(() -> origin.at("file"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("path must start with a slash: file");
    }
  }
}
