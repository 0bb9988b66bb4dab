package workshop.downloads;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** Makes errors that say which download failed, and why. Given; nothing to do here. */
public final class Failure {

  private Failure() {}

  /**
   * Returns an error that names {@code from} and the reason, with what went wrong as its cause. A
   * {@link BadStatus}, and an error that names the URL already, are returned as they are.
   */
  public static IOException naming(URI from, Throwable why) {
    Throwable cause = cause(why);
    String reason = reason(cause);
    if (cause instanceof BadStatus bad) {
      return bad;
    }
    if (cause instanceof IOException named && reason.startsWith(from + ":")) {
      return named;
    }
    return new IOException(from + ": " + reason, cause);
  }

  /** Returns what went wrong, without the wrappers that futures put around it. */
  public static Throwable cause(Throwable why) {
    boolean wrapper = why instanceof CompletionException || why instanceof ExecutionException;
    return wrapper && why.getCause() != null ? cause(why.getCause()) : why;
  }

  /** The message of a missing file is its path: only the exception's name says what is wrong. */
  private static String reason(Throwable cause) {
    String message = cause.getMessage();
    return message == null || cause instanceof FileSystemException ? cause.toString() : message;
  }
}
