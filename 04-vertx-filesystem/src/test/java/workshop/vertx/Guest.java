package workshop.vertx;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import workshop.testkit.diagnosis.Diagnosis;

/**
 * A guest of the file server, with a socket of its own: it asks for whatever it likes, to the
 * letter, and reads as slowly as it likes. It waits ten seconds for an answer, and not longer.
 */
final class Guest implements AutoCloseable {

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);
  private static final int LOOK_MILLIS = 50;

  private final Socket socket = new Socket();
  private final InputStream in;
  private String asked = "nothing";
  private BooleanSupplier nothingMoves = () -> false;

  private Guest(int port, int receiveBuffer) throws IOException {
    if (receiveBuffer > 0) {
      socket.setReceiveBufferSize(receiveBuffer); // counts only before connecting
    }
    socket.setSoTimeout(LOOK_MILLIS);
    socket.connect(new InetSocketAddress("127.0.0.1", port), LOOK_MILLIS * 200);
    in = new BufferedInputStream(socket.getInputStream());
  }

  static Guest at(int port) throws IOException {
    return new Guest(port, 0);
  }

  /** A guest for whom the network keeps as little as possible. */
  static Guest withLittleRoomAt(int port) throws IOException {
    return new Guest(port, 4096);
  }

  /**
   * Makes this guest leave early when it gets nothing, and this has been seen three times in a row.
   */
  Guest leavesWhen(BooleanSupplier nothingMovesAnyMore) {
    nothingMoves = nothingMovesAnyMore;
    return this;
  }

  /** Sends a request without a body; {@code target} goes out as it is, and headers as they are. */
  Guest asks(String method, String target, String... headers) throws IOException {
    asked = method + " " + target;
    StringBuilder request = new StringBuilder(asked).append(" HTTP/1.1\r\nHost: localhost\r\n");
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    socket.getOutputStream().write(request.append("\r\n").toString().getBytes(ISO_8859_1));
    return this;
  }

  /**
   * What came back.
   *
   * @param to what was asked: {@code GET /menu.txt}
   * @param headers in whatever case one asks
   * @param cutOff whether the connection ended before the body did
   */
  record Answer(String to, int status, Map<String, String> headers, byte[] body, boolean cutOff) {

    String header(String name) {
      return headers.getOrDefault(name, "");
    }

    String text() {
      return new String(body, ISO_8859_1);
    }
  }

  /** Waits for the answer to what was asked last, and reads it to its end. */
  Answer answer() throws IOException {
    long deadline = System.nanoTime() + PATIENCE;
    String status = line(deadline);
    if (!status.matches("HTTP/1.1 \\d{3}.*")) {
      throw Diagnosis.observed("To " + asked + " came, instead of an answer, " + shown(status))
          .means(
              "More was sent than the header fields before had promised: this is the rest of it.")
          .nextStep("Send as many bytes as Reply says, and from where it says.");
    }
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(deadline); !line.isEmpty(); line = line(deadline)) {
      int colon = line.indexOf(':');
      headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
    }
    int code = Integer.parseInt(status.substring(9, 12));
    boolean hasBody = !asked.startsWith("HEAD ") && code != 304;
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    boolean whole = !hasBody || readBody(headers, body, deadline);
    return new Answer(asked, code, headers, body.toByteArray(), !whole);
  }

  private boolean readBody(Map<String, String> headers, ByteArrayOutputStream body, long deadline)
      throws IOException {
    if (headers.getOrDefault("Transfer-Encoding", "").equals("chunked")) {
      for (int size = chunkSize(deadline); size > 0; size = chunkSize(deadline)) {
        if (!read(size, body, deadline)) {
          return false;
        }
        line(deadline);
      }
      line(deadline);
      return true;
    }
    return read(Integer.parseInt(headers.getOrDefault("Content-Length", "0")), body, deadline);
  }

  private int chunkSize(long deadline) throws IOException {
    return Integer.parseInt(line(deadline).strip(), 16);
  }

  private boolean read(int size, ByteArrayOutputStream body, long deadline) throws IOException {
    byte[] chunk = new byte[64 * 1024];
    int left = size;
    while (left > 0) {
      int count = read(chunk, Math.min(left, chunk.length), deadline);
      if (count < 0) {
        return false;
      }
      body.write(chunk, 0, count);
      left -= count;
    }
    return true;
  }

  private String line(long deadline) throws IOException {
    StringBuilder line = new StringBuilder();
    byte[] one = new byte[1];
    while (read(one, 1, deadline) > 0) {
      if (one[0] == '\n') {
        return line.toString().stripTrailing();
      }
      line.append((char) (one[0] & 0xFF));
    }
    throw Diagnosis.observed(
            "A guest asked for " + asked + ", and the connection ended without an answer.")
        .means("Somebody closed it before the status line was out, or in the middle of the head.")
        .nextStep(
            "Leave the connection to Vert.x: end the response, or fail the future of send().");
  }

  private int read(byte[] into, int length, long deadline) throws IOException {
    int still = 0;
    while (true) {
      try {
        return in.read(into, 0, length);
      } catch (SocketTimeoutException notYet) {
        still = nothingMoves.getAsBoolean() ? still + 1 : 0;
        if (still == 3 || System.nanoTime() > deadline) {
          throw Diagnosis.observed("A guest asked for " + asked + " and waited in vain.")
              .means("The answer, or the rest of it, was never sent.")
              .nextStep("Follow your futures: which one never completes, or is in no chain?");
        }
      }
    }
  }

  private static String shown(String text) {
    String some = text.substring(0, Math.min(20, text.length()));
    return '"' + some.replaceAll("[^ -~]", "?") + (some.equals(text) ? "\"" : "...\"");
  }

  /** Reads whatever may come, until the connection ends. */
  void awaitEnd() throws IOException {
    long deadline = System.nanoTime() + PATIENCE;
    byte[] ignored = new byte[1024];
    while (read(ignored, ignored.length, deadline) > 0) {
      continue;
    }
  }

  /** Tells whether something of an answer has come. */
  boolean hasAnswer() {
    try {
      return in.available() > 0;
    } catch (IOException left) {
      return false;
    }
  }

  /** Leaves at once, in the middle of whatever is being served. */
  @Override
  public void close() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }
}
