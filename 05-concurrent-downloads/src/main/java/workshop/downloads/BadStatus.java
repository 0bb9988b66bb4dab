package workshop.downloads;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** The error for a reply whose status is not 200. Given; nothing to do here. */
public final class BadStatus extends IOException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final long retryAfterSeconds;

  /**
   * Makes an error whose message names {@code from} and {@code status}.
   *
   * @param retryAfter the reply's {@code Retry-After}, if it has one; only a number of seconds is
   *     understood, a date is ignored
   */
  public BadStatus(URI from, int status, Optional<String> retryAfter) {
    super(from + ": status " + status);
    this.status = status;
    this.retryAfterSeconds =
        retryAfter.filter(text -> text.matches("\\d{1,9}")).map(Long::parseLong).orElse(-1L);
  }

  /** Returns the error for this reply; it names the URL that was asked for, before redirects. */
  public static BadStatus of(HttpResponse<?> response) {
    HttpResponse<?> first = response;
    while (first.previousResponse().isPresent()) {
      first = first.previousResponse().get();
    }
    return new BadStatus(
        first.uri(), response.statusCode(), response.headers().firstValue("Retry-After"));
  }

  /** Returns the status, such as 404. */
  public int status() {
    return status;
  }

  /** Returns how long to wait before the next request, if the server says so. */
  public Optional<Duration> retryAfter() {
    return retryAfterSeconds < 0
        ? Optional.empty()
        : Optional.of(Duration.ofSeconds(retryAfterSeconds));
  }
}
