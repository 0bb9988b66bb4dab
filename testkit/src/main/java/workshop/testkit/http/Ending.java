package workshop.testkit.http;

/** How the body of a reply ends. */
sealed interface Ending {

  /** The whole body is sent. */
  record Whole() implements Ending {}

  /** After this many bytes, nothing more is sent and nothing is closed. */
  record Stalls(int after) implements Ending {}

  /** After this many bytes, the connection (HTTP/2: the stream) is reset. */
  record Resets(int after) implements Ending {}

  /** After this many bytes, the connection is closed normally (HTTP/2: the stream is ended). */
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
