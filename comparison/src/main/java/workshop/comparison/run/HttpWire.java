package workshop.comparison.run;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;

/** The part of HTTP/1.1 that a load generator needs, at the lowest possible cost. */
public final class HttpWire {

  private static final int PIECE = 64 * 1024;
  private static final String LENGTH = "content-length:";

  private HttpWire() {}

  public static Socket connect(int port) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), port);
  }

  public static void request(OutputStream out, String path) throws IOException {
    out.write(bytes(path));
  }

  public static byte[] bytes(String path) {
    return "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".formatted(path).getBytes(US_ASCII);
  }

  /**
   * Reads one reply and drops its body. Blocks until the whole reply has arrived.
   *
   * @param in must be buffered if a second reply may follow
   * @return the status
   */
  public static int reply(InputStream in) throws IOException {
    String status = line(in);
    long length = 0;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      if (header.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
        length = Long.parseLong(header.substring(LENGTH.length()).strip());
      }
    }
    byte[] dropped = new byte[(int) Math.min(length, PIECE)];
    for (long left = length; left > 0; ) {
      int read = in.read(dropped, 0, (int) Math.min(left, dropped.length));
      if (read == -1) {
        throw new EOFException("the server closed the connection in the middle of a body");
      }
      left -= read;
    }
    return Integer.parseInt(status.split(" ", 3)[1]);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder(64);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c == -1) {
        throw new EOFException("the server closed the connection in the middle of a reply");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
