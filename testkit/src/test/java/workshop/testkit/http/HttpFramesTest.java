package workshop.testkit.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.api.Test;

/** Speaks HTTP/2 by hand, byte by byte, to see the order of the origin's frames. */
class HttpFramesTest {

  private static final int HEADERS = 1;
  private static final int SETTINGS = 4;
  private static final int PING = 6;
  private static final int ACKNOWLEDGED = 1;
  private static final int TIMEOUT_MILLIS = 10_000;

  @Test
  void the_first_reply_after_an_upgrade_waits_until_the_client_reads_frames() throws IOException {
    try (Origin origin = Origin.start();
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), origin.port())) {
      origin.at("/file").answers(Reply.of("soup"));
      socket.setSoTimeout(TIMEOUT_MILLIS);
      DataInputStream in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
      send(
          socket,
          """
          GET /file HTTP/1.1\r
          Host: localhost\r
          Connection: Upgrade, HTTP2-Settings\r
          Upgrade: h2c\r
          HTTP2-Settings: AAQBAAAA\r
          \r
          """);
      assertThat(head(in)).startsWith("HTTP/1.1 101 ");
      send(socket, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
      socket.getOutputStream().write(frame(SETTINGS, 0, new byte[0]));

      byte[] ping = next(in, PING, HEADERS);
      socket.getOutputStream().write(frame(PING, ACKNOWLEDGED, ping));

      next(in, HEADERS, PING);
    }
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(US_ASCII));
  }

  private static String head(DataInputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      head.append((char) in.readUnsignedByte());
    }
    return head.toString();
  }

  /** Returns a frame of the connection itself, in the format of RFC 9113, section 4.1. */
  private static byte[] frame(int type, int flags, byte[] payload) {
    byte[] frame = new byte[9 + payload.length];
    frame[2] = (byte) payload.length;
    frame[3] = (byte) type;
    frame[4] = (byte) flags;
    System.arraycopy(payload, 0, frame, 9, payload.length);
    return frame;
  }

  /**
   * Returns the payload of the next frame of that type. A frame of the other type must not come
   * first.
   */
  private static byte[] next(DataInputStream in, int wanted, int tooEarly) throws IOException {
    while (true) {
      int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
      int type = in.readUnsignedByte();
      in.readUnsignedByte(); // flags
      in.readInt(); // stream
      byte[] payload = in.readNBytes(length);
      assertThat(type).as("the type of the next frame").isNotEqualTo(tooEarly);
      if (type == wanted) {
        return payload;
      }
    }
  }
}
