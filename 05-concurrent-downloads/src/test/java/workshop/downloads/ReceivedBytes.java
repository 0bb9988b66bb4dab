package workshop.downloads;

import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TcpClientConfig;
import io.vertx.core.spi.metrics.TransportMetrics;
import io.vertx.core.spi.metrics.VertxMetrics;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts the bytes that the clients of a Vert.x instance read from their connections. The number of
 * bytes that a server could send would say less, because the kernel buffers megabytes that no
 * program has read.
 */
final class ReceivedBytes implements VertxMetrics {

  private final LongAdder count = new LongAdder();

  /** Returns the number of bytes so far, in steps of 4 KiB. */
  long count() {
    return count.sum();
  }

  @Override
  public TransportMetrics<?> createTcpClientMetrics(TcpClientConfig config, String protocol) {
    return new TransportMetrics<>() {
      @Override
      public void bytesRead(Object connection, SocketAddress from, long bytes) {
        count.add(bytes);
      }
    };
  }
}
