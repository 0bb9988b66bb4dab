package workshop.testkit.http;

/** How a client knows the end of a body. */
sealed interface Framing {

  /** By a true {@code Content-Length}. */
  record Exact() implements Framing {}

  /** By a {@code Content-Length} that may be false. */
  record Declared(long length) implements Framing {}

  /** By chunks, the last of which is empty. HTTP/2 always uses its own frames. */
  record Chunked() implements Framing {}

  /** By the end of the connection. */
  record UntilClose() implements Framing {}
}
