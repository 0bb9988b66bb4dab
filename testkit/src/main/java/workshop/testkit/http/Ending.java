package workshop.testkit.http;

/** What becomes of a reply's body on its way. */
sealed interface Ending {

  /** It is sent to its last byte. */
  record Whole() implements Ending {}

  /** After so many bytes nothing more is sent, and nothing is closed either. */
  record Stalls(int after) implements Ending {}

  /** After so many bytes the connection (HTTP/2: the stream) is reset. */
  record Resets(int after) implements Ending {}

  /** After so many bytes the connection is closed in good order (HTTP/2: the stream is ended). */
  record Closes(int after) implements Ending {}

  /** Returns how many of a body's {@code length} bytes are sent. */
  default int cut(int length) {
    return switch (this) {
      case Whole _ -> length;
      case Stalls(int after) -> Math.min(after, length);
      case Resets(int after) -> Math.min(after, length);
      case Closes(int after) -> Math.min(after, length);
    };
  }
}
