package workshop.testkit.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerConnection;

/** What lies below requests and replies, and what a decent server does not do there. */
final class Wire {

  /** HTTP/2's INTERNAL_ERROR. */
  private static final long INTERNAL_ERROR = 0x2;

  private static final int FIRST_STREAM = 1;
  private static final int PING_BYTES = 8;

  private Wire() {}

  /**
   * Ends when the client reads frames: at once, except for the first request of a connection with
   * HTTP/2, which may have come as HTTP/1.1 with an upgrade.
   *
   * <p>The JDK's client (seen with 25.0.3) may take the first reply's frames in a wrong order if
   * more than one buffer full of them arrives while it changes over from HTTP/1.1, and fails with
   * "exceeds MAX_FRAME_SIZE". Who has answered a ping has changed over.
   */
  static Future<?> whenItSpeaksHttp2(HttpServerRequest request) {
    return request.version() == HttpVersion.HTTP_2 && request.streamId() == FIRST_STREAM
        ? request.connection().ping(Buffer.buffer(new byte[PING_BYTES]))
        : Future.succeededFuture();
  }

  /** Resets the stream, or the whole connection where it carries one request at a time. */
  static void reset(HttpServerRequest request) {
    if (request.version() == HttpVersion.HTTP_2) {
      request.response().reset(INTERNAL_ERROR);
      return;
    }
    Channel channel =
        ((HttpServerConnection) request.connection()).channelHandlerContext().channel();
    // Closing a socket that must not linger sends RST in place of FIN.
    channel.config().setOption(ChannelOption.SO_LINGER, 0);
    var _ = channel.close(); // the journal hears of the end from the connection itself
  }
}
