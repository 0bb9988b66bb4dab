package workshop.blocking;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** The example of the guide's chapter: copies a log from one channel to another. */
final class LogCopy {

  private LogCopy() {}

  static void copy(ReadableByteChannel log, WritableByteChannel copy) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(8192);
    while (log.read(buffer) != -1 || buffer.position() > 0) {
      buffer.flip(); // from filling to emptying
      copy.write(buffer); // takes some of the bytes
      buffer.compact(); // keeps the others, and makes room behind them
    }
  }
}
