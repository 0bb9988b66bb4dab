package workshop.downloads;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * A reply that is not the file that was asked for: its status says so. Given; nothing to do here.
 */
public final class BadStatus extends IOException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final long retryAfterSeconds;

  /**
   * Makes an error whose message names {@code from} and {@code status}.
   *
   * @param retryAfter the reply's {@code Retry-After}, if it has one; a date is taken for none
   */
  public BadStatus(URI from, int status, Optional<String> retryAfter) {
    super(from + ": status " + status);
    this.status = status;
    this.retryAfterSeconds =
        retryAfter.filter(text -> text.matches("\\d{1,9}")).map(Long::parseLong).orElse(-1L);
  }

  /** Returns the error that this reply stands for. */
  public static BadStatus of(HttpResponse<?> response) {
    return new BadStatus(
        response.uri(), response.statusCode(), response.headers().firstValue("Retry-After"));
  }

  /** Returns the status, such as 404. */
  public int status() {
    return status;
  }

  /** Returns how long the server asks to be left alone, if it does. */
  public Optional<Duration> retryAfter() {
    return retryAfterSeconds < 0
        ? Optional.empty()
        : Optional.of(Duration.ofSeconds(retryAfterSeconds));
  }
}
