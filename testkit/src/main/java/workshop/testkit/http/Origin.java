package workshop.testkit.http;

import io.vertx.core.Future;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Level;
import java.util.logging.Logger;
import workshop.testkit.thread.Await;

/**
 * An HTTP server for one test, on a free port of the loopback interface.
 *
 * <pre>{@code
 * try (Origin origin = Origin.start()) {
 *   origin.at("/menu.txt").answers(Reply.status(503).retryAfter(1), Reply.of("soup"));
 *   … download origin.uri("/menu.txt") …
 *   OriginAssert.assertThat(origin).requestedTimes("/menu.txt", 2);
 * }
 * }</pre>
 *
 * <p>It speaks HTTP/1.1 and unencrypted HTTP/2, with prior knowledge or by upgrade. A path without
 * a {@linkplain #at route} gets a 404. Safe for use by many threads.
 */
public final class Origin implements AutoCloseable {

  private static final int USUAL_STREAMS = 100;
  private static final int SEND_BUFFER = 64 * 1024;
  private static final Set<HttpMethod> ANSWERED = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  /**
   * Netty warns of each client that connects while the origin closes. The field keeps the logger
   * from being collected, which would reset its level.
   */
  private static final Logger ACCEPTING = Logger.getLogger("io.netty.bootstrap.ServerBootstrap");

  static {
    ACCEPTING.setLevel(Level.SEVERE);
  }

  private final RequestLog log = new RequestLog();
  private final Map<String, Route> routes = new ConcurrentHashMap<>();
  private final List<OriginGate> gates = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  private Origin(int maxConcurrentStreams) {
    server =
        OriginLoop.vertx()
            .createHttpServer(options(maxConcurrentStreams))
            .connectionHandler(connection -> {
              log.opened(connection);
              connection.closeHandler(_ -> log.closed(connection));
            })
            .requestHandler(this::answer);
    await("the start of the origin", server.listen());
  }

  /** Starts an origin that allows 100 streams at a time on one HTTP/2 connection. */
  public static Origin start() {
    return start(USUAL_STREAMS);
  }

  /** Starts an origin with a limit for the streams of an HTTP/2 connection. */
  public static Origin start(int maxConcurrentStreams) {
    return new Origin(maxConcurrentStreams);
  }

  private static HttpServerOptions options(int maxConcurrentStreams) {
    return new HttpServerOptions()
        .setHost("127.0.0.1")
        .setPort(0)
        .setHttp2ClearTextEnabled(true)
        // A small buffer keeps less data between the sockets, so the origin soon notices a client
        // that does not read.
        .setSendBufferSize(SEND_BUFFER)
        .setInitialSettings(new Http2Settings().setMaxConcurrentStreams(maxConcurrentStreams))
        // Here, a client that cancels a thousand downloads is not an attack.
        .setHttp2RstFloodMaxRstFramePerWindow(100_000);
  }

  /** Returns the address of {@code path}, which starts with a slash. */
  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  public int port() {
    return server.actualPort();
  }

  /** Returns the route of {@code path}; the first call creates it. */
  public Route at(String path) {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("path must start with a slash: " + path);
    }
    return routes.computeIfAbsent(path, Route::new);
  }

  /** Holds every request for any path before the first byte of its reply. */
  public OriginGate hold() {
    OriginGate gate = new OriginGate("held before the reply, every path");
    gates.add(gate);
    return gate;
  }

  /** Returns the requests so far. */
  public Exchanges exchanges() {
    return log.exchanges();
  }

  /** Returns how many connections are open now. */
  public int openConnections() {
    return log.openConnections();
  }

  private void answer(HttpServerRequest request) {
    TrackedRequest tracked = log.arrived(request);
    if (!ANSWERED.contains(request.method())) {
      Reply refusal = Reply.status(405).header("allow", "GET, HEAD");
      new Answering(OriginLoop.vertx(), request, tracked, refusal).begin(List.of(), null);
      return;
    }
    String path = tracked.exchange().path();
    Route route = routes.getOrDefault(path, new Route(path));
    Reply reply = route.reply(tracked.exchange().attempt());
    List<OriginGate> onItsWay = new ArrayList<>(gates);
    onItsWay.addAll(route.gates());
    new Answering(OriginLoop.vertx(), request, tracked, reply).begin(onItsWay, route.midway());
  }

  /**
   * Ends all requests and waits until the connections are gone. Requests in flight count as cut off
   * by the origin. A second call does nothing.
   */
  @Override
  public void close() {
    log.close();
    gates.forEach(OriginGate::open);
    routes.values().forEach(Route::openGates);
    await("the end of the origin", server.close());
  }

  private static void await(String what, Future<?> future) {
    Await.result(what, future.toCompletionStage());
  }
}
