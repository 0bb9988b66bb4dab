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
import java.util.function.Supplier;
import workshop.testkit.diagnosis.Diagnosis;
import workshop.testkit.thread.Deadline;
import workshop.testkit.thread.Quiescence;
import workshop.testkit.thread.ThreadSnapshot;

/**
 * A client of the file server on a plain socket. It sends requests exactly as given, valid or not,
 * and reads as slowly as a test wants. It gives up once no thread can run anymore, or after the
 * suite's {@link Deadline}.
 */
final class RawClient implements AutoCloseable {

  private static final int LOOK_MILLIS = 20;

  private final Socket socket = new Socket();
  private final InputStream in;
  private String asked = "nothing";
  private int announced = -1;
  private int received;
  private Quiescence quiescence = new Quiescence();
  private Supplier<Throwable> serversError = () -> null;

  private RawClient(int port, int receiveBuffer) throws IOException {
    if (receiveBuffer > 0) {
      socket.setReceiveBufferSize(receiveBuffer); // takes effect only if set before connecting
    }
    socket.setSoTimeout(LOOK_MILLIS);
    socket.connect(new InetSocketAddress("127.0.0.1", port), 10_000);
    in = new BufferedInputStream(socket.getInputStream());
  }

  static RawClient at(int port) throws IOException {
    return new RawClient(port, 0);
  }

  /** A client for which the network buffers as little as possible. */
  static RawClient withLittleRoomAt(int port) throws IOException {
    return new RawClient(port, 4096);
  }

  /** Explains a connection that is closed without an answer. */
  RawClient explainedBy(Supplier<Throwable> error) {
    serversError = error;
    return this;
  }

  /** Sends a request without a body. The {@code target} and the headers are sent unchanged. */
  RawClient send(String method, String target, String... headers) throws IOException {
    asked = method + " " + target;
    announced = -1;
    received = 0;
    quiescence = new Quiescence();
    StringBuilder request = new StringBuilder(asked).append(" HTTP/1.1\r\nHost: localhost\r\n");
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    socket.getOutputStream().write(request.append("\r\n").toString().getBytes(ISO_8859_1));
    return this;
  }

  /**
   * An answer.
   *
   * @param to the request: {@code GET /menu.txt}
   * @param headers looked up in any case
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

  /** Waits for the answer to the last request, and reads it to its end. */
  Answer answer() throws IOException {
    Deadline deadline = Deadline.fromNow();
    String status = line(deadline);
    if (!status.matches("HTTP/1.1 \\d{3}.*")) {
      throw Diagnosis.observed("The answer to " + asked + " begins with " + shown(status))
          .means(
              "The previous answer was longer than its headers announced, and these bytes are its"
                  + " end.")
          .nextStep("Send exactly the part of the file that Reply asks for.");
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

  private boolean readBody(
      Map<String, String> headers, ByteArrayOutputStream body, Deadline deadline)
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
    announced = Integer.parseInt(headers.getOrDefault("Content-Length", "0"));
    return read(announced, body, deadline);
  }

  private int chunkSize(Deadline deadline) throws IOException {
    return Integer.parseInt(line(deadline).strip(), 16);
  }

  private boolean read(int size, ByteArrayOutputStream body, Deadline deadline) throws IOException {
    byte[] chunk = new byte[64 * 1024];
    int left = size;
    while (left > 0) {
      int count = read(chunk, Math.min(left, chunk.length), deadline);
      if (count < 0) {
        return false;
      }
      body.write(chunk, 0, count);
      left -= count;
      received += count;
    }
    return true;
  }

  private String line(Deadline deadline) throws IOException {
    StringBuilder line = new StringBuilder();
    byte[] one = new byte[1];
    while (read(one, 1, deadline) > 0) {
      if (one[0] == '\n') {
        return line.toString().stripTrailing();
      }
      line.append((char) (one[0] & 0xFF));
    }
    throw closed(serversError.get());
  }

  private Diagnosis closed(Throwable error) {
    String closed = "The connection was closed without an answer to " + asked;
    Throwable cause = error == null || error.getCause() == null ? error : error.getCause();
    return cause == null
        ? Diagnosis.observed(closed + ".")
            .means("The client cannot tell whether the file is missing or the server is broken.")
            .nextStep(
                "Do not close the connection yourself: end the response, or fail the future of"
                    + " send().")
        : Diagnosis.observed(closed + ", because of " + cause + LoopCall.line(cause))
            .means("find() or send() failed with this error after your code had begun to answer.")
            .nextStep("Start at the step that threw this error, and check its arguments.")
            .because(cause);
  }

  private int read(byte[] into, int length, Deadline deadline) throws IOException {
    while (true) {
      try {
        return in.read(into, 0, length);
      } catch (SocketTimeoutException notYet) {
        if (quiescence.isReached() || deadline.hasPassed()) {
          throw neverAnswered();
        }
      }
    }
  }

  private Diagnosis neverAnswered() {
    String came =
        announced < 0
            ? "no answer came"
            : "%,d of the %,d announced bytes arrived".formatted(received, announced);
    return Diagnosis.observed("A client waits forever for the answer to " + asked + ": " + came)
        .means(
            announced < 0
                ? "The response was never ended."
                : "The missing bytes never arrive. The client cannot know that, because the"
                    + " connection stays open.")
        .nextStep(
            announced < 0
                ? "End the response, even if the answer has no body. If one of your threads is"
                    + " waiting (see below), do not wait there: the thread occupies a worker"
                    + " that other requests need."
                : "Send as many bytes as Reply says. If the file is shorter or a read fails, fail"
                    + " the future of send(): Reply.failed then closes the connection.")
        .evidence("Where your threads are", ThreadSnapshot.inLearnersCode());
  }

  private static String shown(String text) {
    String some = text.substring(0, Math.min(20, text.length()));
    return '"' + some.replaceAll("[^ -~]", "?") + (some.equals(text) ? "\"" : "...\"");
  }

  /** Returns whether a part of an answer has arrived. */
  boolean hasAnswer() {
    try {
      return in.available() > 0;
    } catch (IOException left) {
      return false;
    }
  }

  /** Drops the connection at once, even in the middle of an answer. */
  @Override
  public void close() throws IOException {
    if (!socket.isClosed()) {
      socket.setSoLinger(true, 0);
      socket.close();
    }
  }
}
