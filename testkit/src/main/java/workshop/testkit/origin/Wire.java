package workshop.testkit.origin;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.impl.HttpServerConnection;

/** What a decent server does not do. */
final class Wire {

  /** HTTP/2's INTERNAL_ERROR. */
  private static final long INTERNAL_ERROR = 0x2;

  private Wire() {}

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
