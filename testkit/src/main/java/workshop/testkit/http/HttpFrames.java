package workshop.testkit.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerConnection;

/** Sends frames that the API of a server does not offer: pings before a reply, and resets. */
final class HttpFrames {

  /** HTTP/2's INTERNAL_ERROR. */
  private static final long INTERNAL_ERROR = 0x2;

  private static final int FIRST_STREAM = 1;
  private static final int PING_BYTES = 8;

  private HttpFrames() {}

  /**
   * Completes when the client reads frames: at once, except for the first request of an HTTP/2
   * connection, which may be an upgrade from HTTP/1.1.
   *
   * <p>During an upgrade the JDK's client (25.0.3) may process frames in the wrong order, and fail
   * with "exceeds MAX_FRAME_SIZE". A client that answers a ping has finished its upgrade.
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
    // With a linger time of 0, a close sends RST instead of FIN.
    channel.config().setOption(ChannelOption.SO_LINGER, 0);
    var _ = channel.close(); // the connection reports its end to the log
  }
}
