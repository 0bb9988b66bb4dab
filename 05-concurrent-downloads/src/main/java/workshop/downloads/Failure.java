package workshop.downloads;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CompletionException;

/** Makes errors that help whoever reads them. Given; nothing to do here. */
public final class Failure {

  private Failure() {}

  /**
   * Returns an error that names {@code from} and the reason, with what went wrong as its cause.
   * What is wrapped in a {@link CompletionException} is unwrapped; an error that names the URL
   * already is returned as it is.
   */
  public static IOException naming(URI from, Throwable why) {
    Throwable cause = why;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    String reason = cause.getMessage() == null ? cause.getClass().getName() : cause.getMessage();
    if (cause instanceof IOException named && reason.startsWith(from.toString())) {
      return named;
    }
    return new IOException(from + ": " + reason, cause);
  }
}
