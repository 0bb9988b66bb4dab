package workshop.downloads;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.metrics.MetricsOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import workshop.disk.Disk;
import workshop.testkit.exercise.Answer;
import workshop.testkit.http.Exchange;
import workshop.testkit.thread.Await;
import workshop.testkit.thread.Quiescence;

/** Downloads on an event loop, and what the server has sent. */
abstract class StreamingSteps extends DownloadContract {

  /** Not a whole number of seconds. */
  static final Duration LONG = Duration.ofMillis(299_999);

  /** Every right answer has to wait for it. */
  static final Duration SHORT = Duration.ofMillis(50);

  static final int HUGE = 16 << 20;

  /** More than Vert.x keeps in memory for a paused response. */
  static final int LARGE = 4 << 20;

  /**
   * Referenced here, because a logger without a reference loses its level. They log faults that the
   * tests cause on purpose.
   */
  static final List<Logger> LOGGERS =
      List.of(
          Logger.getLogger("io.vertx.core.net.impl.ConnectionBase"),
          Logger.getLogger("io.vertx.core.http.impl.HttpClientResponseImpl"));

  final Streaming streaming = Answer.of(Streaming.class);
  ReceivedBytes received;
  Vertx vertx;
  Context loop;

  @BeforeEach
  void start() {
    LOGGERS.forEach(logger -> logger.setLevel(Level.OFF));
    received = new ReceivedBytes();
    MetricsOptions counted = new MetricsOptions().setEnabled(true);
    VertxOptions options = new VertxOptions().setEventLoopPoolSize(1).setMetricsOptions(counted);
    vertx = Vertx.builder().with(options).withMetrics(_ -> received).build();
    loop = vertx.getOrCreateContext();
  }

  /** The server ends first, so that requests in flight end with it and not in a closed Vert.x. */
  @AfterEach
  void stop() {
    origin.close();
    Await.result("the shutdown of Vert.x", vertx.close().toCompletionStage());
  }

  @Override
  void download(URI from, Path to) {
    await(start(streaming.client(vertx, 5), from, to, LONG));
  }

  /** Vert.x has its own kinds of errors, and any of them is fine. */
  @Override
  void assertIsOfTheRightKind(Throwable failure) {}

  /** Begins a download on the event loop, as a verticle would. */
  Future<Void> start(
      io.vertx.core.http.HttpClient httpClient, URI from, Path to, Duration deadline) {
    return Future.future(ended ->
        loop.runOnContext(_ -> {
          try {
            streaming.download(vertx, httpClient, from, to, deadline).onComplete(ended);
          } catch (RuntimeException e) {
            ended.fail(e);
          }
        }));
  }

  /** Begins a download that sees its timers through {@code timers}. */
  Future<Void> startWith(
      TrackedTimers timers, io.vertx.core.http.HttpClient httpClient, String path, Disk disk) {
    return Future.future(ended ->
        loop.runOnContext(_ ->
            streaming
                .download(timers.vertx(), httpClient, origin.uri(path), disk.path("menu.bin"), LONG)
                .onComplete(ended)));
  }

  Future<Void> start(Disk disk) {
    return start(streaming.client(vertx, 5), origin.uri("/menu.bin"), disk.path("menu.bin"), LONG);
  }

  static void await(Future<Void> download) {
    Await.result("the download", download.toCompletionStage());
  }

  long sent() {
    return origin.exchanges().stream().mapToLong(Exchange::sent).sum();
  }

  /** Waits until the server has sent everything, or cannot send more. */
  void awaitStandstill(int all) {
    long before;
    do {
      before = sent();
    } while (before < all && sentMoreThan(before));
  }

  private boolean sentMoreThan(long before) {
    return !Quiescence.reachedWithout(() -> sent() > before);
  }
}
