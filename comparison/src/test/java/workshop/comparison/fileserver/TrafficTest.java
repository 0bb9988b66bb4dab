package workshop.comparison.fileserver;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import workshop.comparison.run.HttpWire;

/** The load on the servers, and the measurements under load. */
class TrafficTest {

  private static final String WRK =
      """
      Running 1s test @ http://127.0.0.1:8080
        1 threads and 64 connections
        Thread Stats   Avg      Stdev     Max   +/- Stdev
          Latency     2.17ms    1.01ms  31.50ms   92.04%%
          Req/Sec    30.02k     1.95k   33.12k    70.00%%
        Latency Distribution
           50%%    2.01ms
           99%%    %s
        29901 requests in 1.00s, 121.10MB read
      %sRequests/sec:  29854.17
      Transfer/sec:    120.91MB
      """;

  private final Semaphore asked = new Semaphore(0);
  private final CountDownLatch gate = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;
  private volatile int status = 200;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            if (exchange.getRequestURI().getPath().equals(ServerProcess.HEALTH)) {
              asked.release();
              gate.await();
            }
            exchange.sendResponseHeaders(status, 2);
            exchange.getResponseBody().write("OK".getBytes(US_ASCII));
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    gate.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private int port() {
    return server.getAddress().getPort();
  }

  @Test
  void no_health_request_waits_for_the_reply_to_another() throws Exception {
    try (HealthProbe probe = new HealthProbe(port(), Duration.ofMillis(80))) {
      for (int i = 0; i < 20; i++) {
        assertThat(asked.tryAcquire(10, SECONDS)).as("%d of 20 have asked", i).isTrue();
      }
      gate.countDown(); // all requests are sent, and none is answered

      Histogram micros = probe.micros();
      assertThat(micros.getTotalCount()).isEqualTo(20);
      assertThat(micros.getMaxValue()).as("the first waits for the last").isGreaterThan(19 * 4000);
    }
  }

  @Test
  void a_p99_needs_a_thousand_samples() {
    assertThat(FileServers.percentile(1000)).isEqualTo(99);
    assertThat(FileServers.percentile(999)).isEqualTo(90);
    assertThat(FileServers.percentile(99)).isEqualTo(50);
  }

  @Test
  void an_error_reply_to_a_health_request_fails_the_measurement() throws Exception {
    status = 500;
    gate.countDown();

    try (HealthProbe probe = new HealthProbe(port(), Duration.ofMillis(8))) {
      assertThatThrownBy(probe::micros).hasMessageContaining("the server replied 500");
    }
  }

  @Test
  void a_closed_loop_counts_replies() throws Exception {
    Traffic.Seen seen = new JavaTraffic(3).run(port(), 4, Duration.ofMillis(100));

    assertThat(seen.perSecond()).isPositive();
    assertThat(seen.timedOut()).isZero();
  }

  @Test
  void an_error_reply_fails_the_closed_loop() {
    status = 404;

    assertThatThrownBy(() -> new JavaTraffic(3).run(port(), 4, Duration.ofMillis(100)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("the server replied 404");
  }

  @Test
  void the_output_of_wrk_is_parsed() throws IOException {
    assertThat(WrkTraffic.read(WRK.formatted("7.50ms", "")))
        .isEqualTo(new Traffic.Seen(29854.17, 0));
  }

  @Test
  void requests_that_timed_out_in_wrk_are_counted() throws IOException {
    String errors = "  Socket errors: connect 0, read 0, write 0, timeout 12\n";

    assertThat(WrkTraffic.read(WRK.formatted("1.00s", errors)).timedOut()).isEqualTo(12);
  }

  @Test
  void error_replies_fail_the_measurement() {
    String errors = "  Non-2xx or 3xx responses: 29901\n";

    assertThatThrownBy(() -> WrkTraffic.read(WRK.formatted("1.00s", errors)))
        .hasMessageContaining("29901");
  }

  @Test
  void a_truncated_reply_does_not_count() throws IOException {
    String head = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n";

    assertThat(HttpWire.reply(new ByteArrayInputStream((head + "hello").getBytes(US_ASCII))))
        .isEqualTo(200);
    assertThatThrownBy(
            () -> HttpWire.reply(new ByteArrayInputStream((head + "hell").getBytes(US_ASCII))))
        .isInstanceOf(EOFException.class);
  }
}
