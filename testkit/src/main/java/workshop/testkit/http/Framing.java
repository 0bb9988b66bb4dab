package workshop.testkit.http;

/** How a reply tells where its body ends. */
sealed interface Framing {

  /** {@code Content-Length}, and it is true. */
  record Exact() implements Framing {}

  /** {@code Content-Length}, whatever the body really has. */
  record Declared(long length) implements Framing {}

  /** Chunks: the body ends with a chunk that says so. HTTP/2 always does it in its own way. */
  record Chunked() implements Framing {}

  /** Nothing: the body ends when the connection does. */
  record UntilClose() implements Framing {}
}
