package workshop.testkit.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sends one reply: waits for its latency, passes the gates, and then sends the head and the body.
 * Runs on the event loop. Each step does nothing if the client has disconnected.
 */
final class Answering {

  private final Vertx vertx;
  private final Context loop;
  private final HttpServerRequest request;
  private final HttpServerResponse response;
  private final TrackedRequest tracked;
  private final Reply reply;
  private final Buffer body;

  /** How many bytes are sent; the last byte of a whole body is sent later, by {@link #complete}. */
  private final int end;

  private Route.@Nullable Midway midway;

  Answering(Vertx vertx, HttpServerRequest request, TrackedRequest tracked, Reply reply) {
    this.vertx = vertx;
    this.loop = vertx.getOrCreateContext();
    this.request = request;
    this.response = request.response();
    this.tracked = tracked;
    this.reply = reply;
    this.body =
        Buffer.buffer(HttpMethod.HEAD.equals(request.method()) ? new byte[0] : reply.body());
    int cut = reply.ending().cut(body.length());
    this.end = isWhole() ? Math.max(0, cut - 1) : cut;
  }

  void begin(List<OriginGate> gates, Route.@Nullable Midway inTheBody) {
    midway = inTheBody;
    response.closeHandler(_ -> clientLeft());
    response.exceptionHandler(_ -> clientLeft());
    request.exceptionHandler(_ -> clientLeft());
    HttpFrames.whenItSpeaksHttp2(request)
        .onComplete(_ -> after(reply.pace().latency(), () -> pass(gates.iterator())));
  }

  private void clientLeft() {
    tracked.end(Exchange.Outcome.ABORTED_BY_CLIENT);
  }

  private void pass(Iterator<OriginGate> gates) {
    if (gates.hasNext()) {
      pass(gates.next(), () -> pass(gates));
    } else {
      sendHead();
    }
  }

  private void pass(OriginGate gate, Runnable next) {
    gate.pass(tracked).onComplete(_ -> after(Duration.ZERO, next));
  }

  private void sendHead() {
    response.setStatusCode(reply.status());
    reply.headers().forEach(response::putHeader);
    frame();
    tracked.replied(reply.status());
    if (body.length() == 0 && isWhole()) {
      complete();
    } else {
      response.writeHead().onComplete(_ -> after(Duration.ZERO, () -> sendBody(0)));
    }
  }

  private void frame() {
    switch (reply.framing()) {
      case Framing.Exact _ -> contentLength(reply.body().length);
      case Framing.Declared(long length) -> contentLength(length);
      case Framing.Chunked _ -> response.setChunked(true);
      case Framing.UntilClose _ -> {
        if (isHttp1()) {
          response.putHeader(HttpHeaderNames.CONNECTION, "close");
          // Vert.x would send chunks. The head is complete now, but not sent yet.
          response.headersEndHandler(
              _ -> response.headers().remove(HttpHeaderNames.TRANSFER_ENCODING));
        }
      }
    }
  }

  private void contentLength(long length) {
    response.putHeader(HttpHeaderNames.CONTENT_LENGTH, Long.toString(length));
  }

  private void sendBody(int from) {
    Route.Midway gate = midway;
    if (gate != null && from >= gate.after()) {
      midway = null;
      pass(gate.gate(), () -> sendBody(from));
    } else if (from == end) {
      finish();
    } else {
      int stop = gate == null ? end : Math.min(end, gate.after());
      int to = Math.min(stop, from + reply.pace().chunk());
      Duration pause = to == end && isWhole() ? Duration.ZERO : reply.pace().pause();
      // The next chunk waits until the network has taken this one, so a slow client slows down the
      // origin.
      response
          .write(body.slice(from, to))
          .onSuccess(_ -> tracked.sent(to - from))
          .onComplete(_ -> after(pause, () -> sendBody(to)));
    }
  }

  private void finish() {
    switch (reply.ending()) {
      case Ending.Whole _ -> complete();
      case Ending.Stalls _ -> {}
      case Ending.Resets _ -> {
        tracked.end(Exchange.Outcome.CUT_BY_ORIGIN);
        HttpFrames.reset(request);
      }
      case Ending.Closes _ -> {
        tracked.end(Exchange.Outcome.CUT_BY_ORIGIN);
        if (isHttp1()) {
          request.connection().close();
        } else {
          response.end();
        }
      }
    }
  }

  /** Sends the last byte, or a head without a body. Records the end of the request before that. */
  private void complete() {
    tracked.end(Exchange.Outcome.COMPLETED);
    Buffer last = body.slice(end, body.length());
    response
        .end(last)
        .onFailure(_ -> tracked.wasAbortedAfterAll())
        .onSuccess(_ -> tracked.sent(last.length()))
        .onSuccess(_ -> closeIfOnlyThatEndsTheBody());
  }

  private void closeIfOnlyThatEndsTheBody() {
    boolean known =
        switch (reply.framing()) {
          case Framing.Exact _, Framing.Chunked _ -> true;
          case Framing.Declared(long length) -> length == body.length();
          case Framing.UntilClose _ -> false;
        };
    if (isHttp1() && !known) {
      request.connection().close();
    }
  }

  private boolean isWhole() {
    return reply.ending() instanceof Ending.Whole;
  }

  private boolean isHttp1() {
    return request.version() != HttpVersion.HTTP_2;
  }

  /**
   * Runs {@code next} on the event loop after {@code pause}, unless the client has disconnected by
   * then.
   */
  private void after(Duration pause, Runnable next) {
    Runnable unlessGone =
        () -> {
          if (tracked.isInFlight()) {
            next.run();
          }
        };
    if (pause.isZero()) {
      loop.runOnContext(_ -> unlessGone.run());
    } else {
      tracked.pendingEvents().announce();
      vertx.setTimer(
          Math.max(1, pause.toMillis()),
          _ -> {
            tracked.pendingEvents().happened();
            unlessGone.run();
          });
    }
  }
}
