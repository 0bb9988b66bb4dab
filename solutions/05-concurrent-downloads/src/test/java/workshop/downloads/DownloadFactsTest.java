package workshop.downloads;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import workshop.testkit.assertion.OriginAssert;
import workshop.testkit.http.Exchange;
import workshop.testkit.http.Origin;
import workshop.testkit.http.OriginGate;
import workshop.testkit.http.Reply;
import workshop.testkit.thread.Await;

/** Proves what the chapter says about the two clients. */
class DownloadFactsTest {

  @TempDir Path directory;

  private final Origin origin = Origin.start();
  private HttpClient client;

  @BeforeEach
  void open() {
    client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  @AfterEach
  void close() {
    origin.close();
    client.close();
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(origin.uri(path)).build();
  }

  @Test
  void of_file_overwrites_the_old_file_and_leaves_its_tail() throws Exception {
    Path file = Files.writeString(directory.resolve("menu"), "0123456789");
    origin.at("/menu").answers(Reply.of("SHORT"));

    client.send(request("/menu"), BodyHandlers.ofFile(file));

    assertThat(file).hasContent("SHORT56789");
  }

  @Test
  void an_error_page_is_a_body_like_any_other() throws Exception {
    Path file = directory.resolve("menu");
    origin.at("/menu").answers(Reply.status(500));

    HttpResponse<Path> response = client.send(request("/menu"), BodyHandlers.ofFile(file));

    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(file).content().contains("This is not the file.");
  }

  @Test
  void a_download_that_fails_leaves_the_bytes_that_have_arrived() {
    Path file = directory.resolve("menu");
    origin.at("/menu").answers(Reply.random(1, 100_000).closesAfter(40_000));

    assertThatThrownBy(() -> client.send(request("/menu"), BodyHandlers.ofFile(file)))
        .hasMessage("fixed content-length: 100000, bytes received: 40000");
    assertThat(file).hasSize(40_000);
  }

  @Test
  void without_a_length_half_a_body_is_a_success() throws Exception {
    Path file = directory.resolve("menu");
    origin.at("/menu").answers(Reply.random(1, 100_000).withoutLength().closesAfter(40_000));

    assertThat(client.send(request("/menu"), BodyHandlers.ofFile(file)).statusCode())
        .isEqualTo(200);
    assertThat(file).hasSize(40_000);
  }

  @Test
  void bytes_beyond_the_announced_length_are_dropped_without_an_error() throws Exception {
    Path file = directory.resolve("menu");
    origin.at("/menu").answers(Reply.random(1, 100_000).declaring(40_000));

    client.send(request("/menu"), BodyHandlers.ofFile(file));

    assertThat(file).hasSize(40_000);
  }

  @Test
  void the_timeout_of_a_request_ends_with_the_headers_on_jdk_25() throws Exception {
    assumeThat(Runtime.version().feature()).as("it covers the body from JDK 26 on").isEqualTo(25);
    HttpRequest impatient =
        HttpRequest.newBuilder(origin.uri("/menu")).timeout(Duration.ofMillis(100)).build();
    OriginGate held = origin.at("/menu").answers(Reply.of("soup")).holdAfter(2);

    CompletableFuture<HttpResponse<String>> reply =
        client.sendAsync(impatient, BodyHandlers.ofString());
    held.awaitArrivals(1);
    assertThatThrownBy(() -> reply.get(300, MILLISECONDS)).as("still waiting").hasMessage(null);
    held.open();

    assertThat(Await.result("the reply", reply).body()).isEqualTo("soup");
  }

  @Test
  void a_timeout_of_the_future_does_not_stop_the_request_but_a_cancel_does() {
    OriginGate held = origin.at("/menu").answers(Reply.of("soup")).hold();

    CompletableFuture<HttpResponse<String>> reply =
        client.sendAsync(request("/menu"), BodyHandlers.ofString());
    held.awaitArrivals(1);
    CompletableFuture<HttpResponse<String>> timed = reply.copy().orTimeout(1, MILLISECONDS);
    Await.failure("the timeout", timed);
    assertThat(origin.exchanges().that(Exchange.Outcome.IN_FLIGHT).count()).isEqualTo(1);

    reply.cancel(true);
    OriginAssert.assertThat(origin).wasCanceled("/menu");
  }

  @Test
  void a_cancel_without_an_interrupt_does_not_stop_the_request() {
    OriginGate held = origin.at("/menu").answers(Reply.of("soup")).hold();

    CompletableFuture<HttpResponse<String>> reply =
        client.sendAsync(request("/menu"), BodyHandlers.ofString());
    held.awaitArrivals(1);
    reply.cancel(false);
    held.open();

    await("the end of a reply that is no longer wanted")
        .until(() -> origin.exchanges().that(Exchange.Outcome.COMPLETED).count() == 1);
  }

  @Test
  void nothing_limits_the_requests_of_the_jdks_client() {
    OriginGate held = origin.hold();

    for (int i = 0; i < 60; i++) {
      client.sendAsync(request("/file-" + i), BodyHandlers.discarding());
    }

    held.awaitTogether(60);
    assertThat(held.arrivals().connections()).isEqualTo(60);
  }

  @Test
  void over_http_2_requests_above_the_servers_limit_fail() throws Exception {
    try (Origin small = Origin.start(5);
        HttpClient http2 = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build()) {
      HttpRequest any = HttpRequest.newBuilder(small.uri("/menu")).build();
      http2.send(any, BodyHandlers.discarding()); // after this, the connection speaks HTTP/2
      OriginGate held = small.hold();
      for (int i = 0; i < 5; i++) {
        http2.sendAsync(any, BodyHandlers.discarding());
      }
      held.awaitArrivals(5);

      assertThatThrownBy(() -> http2.sendAsync(any, BodyHandlers.discarding()).get())
          .isInstanceOf(ExecutionException.class)
          .hasMessageContaining("too many concurrent streams");
      held.open();
      OriginAssert.assertThat(small).nothingIsInFlight();
    }
  }

  @Test
  void the_stages_after_send_async_run_on_the_common_pool() {
    AtomicReference<Thread> thread = new AtomicReference<>();
    OriginGate held = origin.at("/menu").hold();

    CompletableFuture<Void> followed =
        client
            .sendAsync(request("/menu"), BodyHandlers.discarding())
            .thenAccept(_ -> thread.set(Thread.currentThread()));
    held.open();
    Await.result("the reply", followed);

    assertThat(thread.get().getName()).startsWith("ForkJoinPool.commonPool");
  }

  @Test
  void redirects_are_not_followed_by_default() throws Exception {
    origin.at("/old").answers(Reply.redirect(302, "/new"));
    origin.at("/new").answers(Reply.of("soup"));
    try (HttpClient follower =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build()) {

      assertThat(client.send(request("/old"), BodyHandlers.ofString()).statusCode()).isEqualTo(302);
      assertThat(follower.send(request("/old"), BodyHandlers.ofString()).body()).isEqualTo("soup");
    }
  }

  @Test
  void the_timeouts_of_a_vertx_request_end_with_the_headers() {
    origin.at("/first").answers(Reply.of("water"));
    OriginGate held = origin.at("/menu").answers(Reply.of("soup")).holdAfter(2);
    Vertx vertx = Vertx.vertx();
    try {
      HttpClientAgent client = vertx.createHttpClient();
      // The first connection takes long to open, and the timeout would include that time.
      Await.result("the first reply", text(client, "/first", 0).toCompletionStage());

      Future<String> text = text(client, "/menu", 500);
      held.awaitArrivals(1);
      assertThatThrownBy(
              () -> text.toCompletionStage().toCompletableFuture().get(700, MILLISECONDS))
          .as("still waiting")
          .hasMessage(null);
      held.open();

      assertThat(Await.result("the reply", text.toCompletionStage())).isEqualTo("soup");
    } finally {
      Await.result("the end of Vert.x", vertx.close().toCompletionStage());
    }
  }

  private Future<String> text(HttpClientAgent client, String path, long timeoutMillis) {
    return client
        .request(
            new RequestOptions()
                .setAbsoluteURI(origin.uri(path).toString())
                .setTimeout(timeoutMillis))
        .compose(HttpClientRequest::send)
        .compose(HttpClientResponse::body)
        .map(Object::toString);
  }
}
