package workshop.downloads;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * "Closed for an hour, come again" is worth another attempt; "we never had that" is not. And an
 * order that is not here by eight is called off, wherever the van is.
 *
 * <p>Whatever waits does so on {@link Patience#timer}, so that the suite can let time pass. What is
 * worth another attempt: status 408, 429, 500, 502, 503, 504, and every {@link java.io.IOException}
 * that is no {@link BadStatus}.
 *
 * <p>Read first: docs/05-concurrent-downloads.md
 */
public class Retrying {

  /** After so many attempts in vain the last failure is final. */
  public static final int ATTEMPTS = 4;

  /**
   * The pause after the first failure is at most this long, after the second twice that, and so on;
   * each takes a random part of it (jitter), but no less than {@code Retry-After} asks for.
   */
  public static final Duration FIRST_PAUSE = Duration.ofMillis(200);

  /**
   * Repeats {@code attempt} until it succeeds, and returns at once.
   *
   * @param attempt begins a download; cancelling the future that it returns stops that download. If
   *     it throws instead, that is final
   * @return fails when an attempt fails for good, or the last one; at the deadline it fails with an
   *     {@link java.net.http.HttpTimeoutException} that names the URL. However it ends, by being
   *     cancelled as well: no attempt goes on, none begins, and nothing stays scheduled
   */
  public <T> CompletableFuture<T> download(
      URI from, Supplier<CompletableFuture<T>> attempt, Patience patience) {
    // TODO(05-4): one deadline for all; after a failure a pause, if another attempt may help.
    throw new UnsupportedOperationException("TODO(05-4): retry what is worth it, up to a deadline");
  }
}
