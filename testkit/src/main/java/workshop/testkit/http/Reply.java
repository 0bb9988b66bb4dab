package workshop.testkit.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * One reply of the origin: what it says, and what is wrong with it.
 *
 * <p>Immutable; each method returns a changed copy. By default a reply is sent at once and whole,
 * with a true {@code Content-Length}.
 */
public final class Reply {

  private final int status;
  private final Map<String, String> headers;
  private final byte[] body;
  private final Pace pace;
  private final Framing framing;
  private final Ending ending;

  private Reply(
      int status,
      Map<String, String> headers,
      byte[] body,
      Pace pace,
      Framing framing,
      Ending ending) {
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.pace = pace;
    this.framing = framing;
    this.ending = ending;
  }

  // What it says

  /** Returns a 200 with {@code body}. */
  public static Reply of(byte[] body) {
    return new Reply(
        200,
        Map.of("content-type", "application/octet-stream"),
        body.clone(),
        Pace.FULL,
        new Framing.Exact(),
        new Ending.Whole());
  }

  /** Returns a 200 with {@code text} in UTF-8. */
  public static Reply of(String text) {
    return of(text.getBytes(UTF_8)).header("content-type", "text/plain; charset=utf-8");
  }

  /** Returns a 200 with {@link #randomBytes(long, int)}. */
  public static Reply random(long seed, int length) {
    return of(randomBytes(seed, length));
  }

  /** Returns the same {@code length} bytes for the same {@code seed}, on every machine. */
  public static byte[] randomBytes(long seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  /**
   * Returns a reply with {@code status} and a page for people, as servers send it: whoever does not
   * look at the status takes the page for the file.
   */
  public static Reply status(int status) {
    String page = "<html><body><h1>" + status + "</h1>This is not the file.</body></html>\n";
    return of(page).withStatus(status).header("content-type", "text/html; charset=utf-8");
  }

  /** Returns a redirect with {@code status}, such as 302, to {@code location}. */
  public static Reply redirect(int status, String location) {
    return status(status).header("location", location);
  }

  /** Sets the status and keeps headers and body. */
  public Reply withStatus(int status) {
    return new Reply(status, headers, body, pace, framing, ending);
  }

  /** Sets one header, in place of an earlier one of that name. */
  public Reply header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name.toLowerCase(Locale.ROOT), value);
    return new Reply(status, more, body, pace, framing, ending);
  }

  /** Asks the client to come back after {@code seconds}. */
  public Reply retryAfter(long seconds) {
    return header("retry-after", Long.toString(seconds));
  }

  /** Tells the checksum of the whole body, as {@code Repr-Digest} (RFC 9530). */
  public Reply digest() {
    return digestOf(body);
  }

  /** Tells the checksum of {@code other} instead of the body's: the body is damaged on its way. */
  public Reply digestOf(byte[] other) {
    return header("repr-digest", ReprDigest.of(other));
  }

  // How fast

  /** Waits so long between the request and the first byte of the reply. */
  public Reply after(Duration latency) {
    return at(new Pace(latency, pace.chunk(), pace.pause()));
  }

  /** Sends the body in chunks of so many bytes, with a pause between two of them. */
  public Reply drip(int chunk, Duration pause) {
    return at(new Pace(pace.latency(), chunk, pause));
  }

  private Reply at(Pace other) {
    return new Reply(status, headers, body, other, framing, ending);
  }

  // How it tells where it ends

  /**
   * Declares a {@code Content-Length} that may be a lie. After the body that there is, the
   * connection is closed (HTTP/2: the stream is ended).
   */
  public Reply declaring(long length) {
    return framed(new Framing.Declared(length));
  }

  /** Sends the body in chunks, without a length. */
  public Reply chunked() {
    return framed(new Framing.Chunked());
  }

  /**
   * Sends neither a length nor chunks: the body ends when the connection is closed, and nobody can
   * tell a whole body from one that was cut. HTTP/2 has no such thing; there only the length is
   * left out.
   */
  public Reply withoutLength() {
    return framed(new Framing.UntilClose());
  }

  private Reply framed(Framing other) {
    return new Reply(status, headers, body, pace, other, ending);
  }

  // What becomes of it

  /** Stalls after so many bytes of the body: nothing comes anymore, and nothing is closed. */
  public Reply stallsAfter(int bytes) {
    return ending(new Ending.Stalls(notNegative(bytes)));
  }

  /** Resets the connection (HTTP/2: the stream) after so many bytes of the body. */
  public Reply resetsAfter(int bytes) {
    return ending(new Ending.Resets(notNegative(bytes)));
  }

  /** Closes the connection in good order (HTTP/2: ends the stream) after so many bytes. */
  public Reply closesAfter(int bytes) {
    return ending(new Ending.Closes(notNegative(bytes)));
  }

  private Reply ending(Ending other) {
    return new Reply(status, headers, body, pace, framing, other);
  }

  private static int notNegative(int bytes) {
    if (bytes < 0) {
      throw new IllegalArgumentException("bytes must not be negative: " + bytes);
    }
    return bytes;
  }

  /** Returns a copy of the body, before anything becomes of it. */
  public byte[] body() {
    return body.clone();
  }

  int status() {
    return status;
  }

  Map<String, String> headers() {
    return headers;
  }

  Pace pace() {
    return pace;
  }

  Framing framing() {
    return framing;
  }

  Ending ending() {
    return ending;
  }
}
