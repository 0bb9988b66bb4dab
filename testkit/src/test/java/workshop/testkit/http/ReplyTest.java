package workshop.testkit.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import workshop.testkit.assertion.OriginAssert;
import workshop.testkit.http.Exchange.Outcome;
import workshop.testkit.thread.Await;

class ReplyTest {

  private static final byte[] BODY = Reply.randomBytes(7, 100_000);

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), UTF_8);
  }

  @ParameterizedTest
  @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
  void a_body_arrives_whole_with_its_length(Version version) throws Exception {
    try (Origin origin = Origin.start();
        Downloads downloads = Downloads.from(origin, version)) {
      origin.at("/file").answers(Reply.of(BODY));

      HttpResponse<byte[]> response = downloads.get("/file");

      assertThat(response.version()).isEqualTo(version);
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).isEqualTo(BODY);
      assertThat(response.headers().firstValueAsLong("content-length")).hasValue(BODY.length);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
  void an_unknown_path_gets_a_404_with_an_error_page(Version version) throws Exception {
    try (Origin origin = Origin.start();
        Downloads downloads = Downloads.from(origin, version)) {
      HttpResponse<byte[]> response = downloads.get("/nowhere");

      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(text(response)).contains("This is not the file.");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
  void the_nth_request_gets_the_nth_reply_and_the_last_one_stays(Version version) throws Exception {
    try (Origin origin = Origin.start();
        Downloads downloads = Downloads.from(origin, version)) {
      origin
          .at("/file")
          .answers(Reply.status(503).retryAfter(2), Reply.status(503), Reply.of("soup"));

      HttpResponse<byte[]> first = downloads.get("/file");
      HttpResponse<byte[]> second = downloads.get("/file");
      HttpResponse<byte[]> third = downloads.get("/file");
      HttpResponse<byte[]> fourth = downloads.get("/file");

      assertThat(first.statusCode()).isEqualTo(503);
      assertThat(first.headers().firstValue("retry-after")).hasValue("2");
      assertThat(second.statusCode()).isEqualTo(503);
      assertThat(second.headers().firstValue("retry-after")).isEmpty();
      assertThat(text(third)).isEqualTo("soup");
      assertThat(text(fourth)).isEqualTo("soup");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
  void a_reply_that_is_late_and_sent_in_pieces_arrives_whole(Version version) throws Exception {
    try (Origin origin = Origin.start();
        Downloads downloads = Downloads.from(origin, version)) {
      origin
          .at("/file")
          .answers(
              Reply.of("hello world").after(Duration.ofMillis(1)).drip(2, Duration.ofMillis(1)));

      assertThat(text(downloads.get("/file"))).isEqualTo("hello world");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
  void a_redirect_names_its_location(Version version) throws Exception {
    try (Origin origin = Origin.start();
        Downloads downloads = Downloads.from(origin, version)) {
      origin.at("/old").answers(Reply.redirect(302, "/new"));

      HttpResponse<byte[]> response = downloads.get("/old");

      assertThat(response.statusCode()).isEqualTo(302);
      assertThat(response.headers().firstValue("location")).hasValue("/new");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
  void a_reset_in_the_body_is_an_error(Version version) throws Exception {
    try (Origin origin = Origin.start();
        Downloads downloads = Downloads.from(origin, version)) {
      origin.at("/file").answers(Reply.of(BODY).resetsAfter(5_000));

      assertThatThrownBy(() -> downloads.get("/file")).isInstanceOf(IOException.class);

      assertThat(origin.exchanges().list())
          .singleElement()
          .satisfies(each -> {
            assertThat(each.outcome()).isEqualTo(Outcome.CUT_BY_ORIGIN);
            assertThat(each.sent()).isEqualTo(5_000);
          });
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
  void a_stalled_body_stays_in_flight_until_the_client_gives_up(Version version) throws Exception {
    try (Origin origin = Origin.start();
        Downloads downloads = Downloads.from(origin, version)) {
      origin.at("/file").answers(Reply.of(BODY).stallsAfter(5_000));

      var download = downloads.start("/file");
      Await.until("5000 bytes", () -> origin.exchanges().stream().anyMatch(e -> e.sent() == 5_000));
      assertThat(origin.exchanges().that(Outcome.IN_FLIGHT).count()).isEqualTo(1);
      download.cancel(true);

      OriginAssert.assertThat(origin).wasCanceled("/file");
      assertThat(origin.exchanges().cancellations()).isEqualTo(1);
    }
  }

  @Test
  void over_http_1_a_body_that_ends_early_is_an_error() throws Exception {
    try (Origin origin = Origin.start();
        Downloads downloads = Downloads.from(origin)) {
      origin.at("/early").answers(Reply.of(BODY).closesAfter(5_000));
      origin.at("/overlong").answers(Reply.of(BODY).declaring(BODY.length + 1));
      origin.at("/chunks").answers(Reply.of(BODY).chunked().closesAfter(5_000));

      assertThatThrownBy(() -> downloads.get("/early"))
          .hasMessageContaining("fixed content-length: 100000, bytes received: 5000");
      assertThatThrownBy(() -> downloads.get("/overlong"))
          .hasMessageContaining("fixed content-length: 100001, bytes received: 100000");
      assertThatThrownBy(() -> downloads.get("/chunks"))
          .hasMessageContaining("chunked transfer encoding");
    }
  }

  @Test
  void over_http_2_the_jdks_client_accepts_a_body_that_ends_early() throws Exception {
    try (Origin origin = Origin.start();
        Downloads downloads = Downloads.from(origin, Version.HTTP_2)) {
      origin.at("/early").answers(Reply.of(BODY).closesAfter(5_000));

      HttpResponse<byte[]> response = downloads.get("/early");

      assertThat(response.headers().firstValueAsLong("content-length")).hasValue(BODY.length);
      assertThat(response.body()).hasSize(5_000);
    }
  }

  @Test
  void a_length_that_is_too_short_makes_the_client_cut_the_body() throws Exception {
    try (Origin origin = Origin.start();
        Downloads downloads = Downloads.from(origin)) {
      origin.at("/file").answers(Reply.of(BODY).declaring(60_000));

      assertThat(downloads.get("/file").body()).hasSize(60_000);
    }
  }

  @Test
  void without_a_length_a_truncated_body_looks_complete() throws Exception {
    try (Origin origin = Origin.start();
        Downloads downloads = Downloads.from(origin)) {
      origin.at("/whole").answers(Reply.of(BODY).withoutLength());
      origin.at("/cut").answers(Reply.of(BODY).withoutLength().closesAfter(5_000));

      HttpResponse<byte[]> whole = downloads.get("/whole");
      HttpResponse<byte[]> cut = downloads.get("/cut");

      assertThat(whole.body()).isEqualTo(BODY);
      assertThat(cut.body()).hasSize(5_000);
      assertThat(cut.headers().map()).isEqualTo(whole.headers().map());
      assertThat(cut.headers().map()).doesNotContainKeys("content-length", "transfer-encoding");
    }
  }

  @Test
  void a_chunked_reply_has_no_length() throws Exception {
    try (Origin origin = Origin.start();
        Downloads downloads = Downloads.from(origin)) {
      origin.at("/file").answers(Reply.of(BODY).chunked());

      HttpResponse<byte[]> response = downloads.get("/file");

      assertThat(response.body()).isEqualTo(BODY);
      assertThat(response.headers().firstValue("transfer-encoding")).hasValue("chunked");
      assertThat(response.headers().firstValue("content-length")).isEmpty();
    }
  }

  @Test
  void the_digest_is_that_of_the_intended_body() throws Exception {
    try (Origin origin = Origin.start();
        Downloads downloads = Downloads.from(origin)) {
      origin.at("/right").answers(Reply.of(BODY).digest());
      origin.at("/wrong").answers(Reply.of("damaged").digestOf(BODY));
      byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(BODY);
      String expected = "sha-256=:" + Base64.getEncoder().encodeToString(sha256) + ":";

      assertThat(downloads.get("/right").headers().firstValue("repr-digest")).hasValue(expected);
      assertThat(downloads.get("/wrong").headers().firstValue("repr-digest")).hasValue(expected);
    }
  }

  @Test
  void a_reply_to_head_has_the_length_but_no_body() throws Exception {
    try (Origin origin = Origin.start();
        Downloads downloads = Downloads.from(origin)) {
      origin.at("/file").answers(Reply.of(BODY));

      HttpResponse<byte[]> response = downloads.send(downloads.request("/file").HEAD().build());

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).isEmpty();
      assertThat(response.headers().firstValueAsLong("content-length")).hasValue(BODY.length);
    }
  }

  @Test
  void other_methods_are_rejected() throws Exception {
    try (Origin origin = Origin.start();
        Downloads downloads = Downloads.from(origin)) {
      origin.at("/file").answers(Reply.of(BODY));

      HttpResponse<byte[]> response =
          downloads.send(downloads.request("/file").POST(BodyPublishers.ofString("x")).build());

      assertThat(response.statusCode()).isEqualTo(405);
    }
  }

  @Test
  void random_bytes_depend_on_their_seed_alone() {
    assertThat(Reply.randomBytes(1, 10)).isEqualTo(Reply.randomBytes(1, 10));
    assertThat(Reply.randomBytes(1, 10)).isNotEqualTo(Reply.randomBytes(2, 10));
    assertThat(Reply.random(1, 10).body()).isEqualTo(Reply.randomBytes(1, 10));
  }

  @Test
  void an_invalid_reply_is_rejected() {
    assertThatThrownBy(() -> Reply.of("").after(Duration.ofMillis(-1)))
        .hasMessage("a duration must not be negative: PT-0.001S");
    assertThatThrownBy(() -> Reply.of("").drip(0, Duration.ZERO))
        .hasMessage("chunk must be at least 1 byte: 0");
    assertThatThrownBy(() -> Reply.of("").stallsAfter(-1))
        .hasMessage("bytes must not be negative: -1");
  }
}
