package workshop.testkit.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * One reply of the origin, which may be slow, cut off or wrong. Immutable: each method returns a
 * changed copy. By default, a reply is sent at once, whole and with a true {@code Content-Length}.
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

  /** Returns a reply with status 200 and {@code body}. */
  public static Reply of(byte[] body) {
    return new Reply(
        200,
        Map.of("content-type", "application/octet-stream"),
        body.clone(),
        Pace.FULL,
        new Framing.Exact(),
        new Ending.Whole());
  }

  /** Returns a reply with status 200 and {@code text} in UTF-8. */
  public static Reply of(String text) {
    return of(text.getBytes(UTF_8)).header("content-type", "text/plain; charset=utf-8");
  }

  /** Returns a reply with status 200 and {@link #randomBytes(long, int)}. */
  public static Reply random(long seed, int length) {
    return of(randomBytes(seed, length));
  }

  /** Returns the same {@code length} bytes for the same {@code seed}, on every machine. */
  public static byte[] randomBytes(long seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  /** Returns a reply with {@code status} and an HTML page instead of the file. */
  public static Reply status(int status) {
    String page = "<html><body><h1>" + status + "</h1>This is not the file.</body></html>\n";
    return of(page).withStatus(status).header("content-type", "text/html; charset=utf-8");
  }

  /** Returns a redirect with {@code status}, such as 302, to {@code location}. */
  public static Reply redirect(int status, String location) {
    return status(status).header("location", location);
  }

  /** Replaces the status and keeps the headers and the body. */
  public Reply withStatus(int status) {
    return new Reply(status, headers, body, pace, framing, ending);
  }

  /** Sets one header. */
  public Reply header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name.toLowerCase(Locale.ROOT), value);
    return new Reply(status, more, body, pace, framing, ending);
  }

  public Reply retryAfter(long seconds) {
    return header("retry-after", Long.toString(seconds));
  }

  /** Adds the checksum of the whole body, as {@code Repr-Digest} (RFC 9530). */
  public Reply digest() {
    return digestOf(body);
  }

  /** Adds the checksum of {@code other}, as if the body had been damaged on its way. */
  public Reply digestOf(byte[] other) {
    return header("repr-digest", ReprDigest.of(other));
  }

  /** Waits for {@code latency} before the first byte. */
  public Reply after(Duration latency) {
    return at(new Pace(latency, pace.chunk(), pace.pause()));
  }

  /** Sends the body in chunks of {@code chunk} bytes, with a pause between two of them. */
  public Reply drip(int chunk, Duration pause) {
    return at(new Pace(pace.latency(), chunk, pause));
  }

  private Reply at(Pace other) {
    return new Reply(status, headers, body, other, framing, ending);
  }

  /**
   * Declares a {@code Content-Length} that may be false. After the body, the connection is closed
   * (HTTP/2: the stream is ended).
   */
  public Reply declaring(long length) {
    return framed(new Framing.Declared(length));
  }

  /** Sends the body in chunks, without a length. */
  public Reply chunked() {
    return framed(new Framing.Chunked());
  }

  /**
   * Sends neither a length nor chunks: the body ends with the connection, so a client cannot know
   * whether it is whole. With HTTP/2, only the length is missing.
   */
  public Reply withoutLength() {
    return framed(new Framing.UntilClose());
  }

  private Reply framed(Framing other) {
    return new Reply(status, headers, body, pace, other, ending);
  }

  /** Stalls after {@code bytes} of the body: nothing more is sent, and nothing is closed. */
  public Reply stallsAfter(int bytes) {
    return ending(new Ending.Stalls(notNegative(bytes)));
  }

  /** Resets the connection (HTTP/2: the stream) after {@code bytes} of the body. */
  public Reply resetsAfter(int bytes) {
    return ending(new Ending.Resets(notNegative(bytes)));
  }

  /** Closes the connection normally (HTTP/2: ends the stream) after {@code bytes} of the body. */
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

  /** Returns a copy of the whole body. */
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
