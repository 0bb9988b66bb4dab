package workshop.downloads;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CompletionException;

/** Makes errors that help whoever reads them. Given; nothing to do here. */
public final class Failure {

  private Failure() {}

  /**
   * Returns an error that names {@code from} and the reason, with what went wrong as its cause; an
   * error that names the URL already is returned as it is.
   */
  public static IOException naming(URI from, Throwable why) {
    Throwable cause = cause(why);
    String reason = cause.getMessage() == null ? cause.getClass().getName() : cause.getMessage();
    if (cause instanceof IOException named && reason.startsWith(from.toString())) {
      return named;
    }
    return new IOException(from + ": " + reason, cause);
  }

  /** Returns what went wrong, out of the {@link CompletionException} that it may be wrapped in. */
  public static Throwable cause(Throwable why) {
    return why instanceof CompletionException && why.getCause() != null
        ? cause(why.getCause())
        : why;
  }
}
