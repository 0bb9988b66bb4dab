package workshop.downloads;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * "We are too busy, order again later" is worth another attempt. "We never had that" is not. And an
 * order that is not here by eight is canceled, no matter where the van is.
 *
 * <p>Schedule everything that happens later on {@link RetryPolicy#timer}: the suite has its own
 * timer, and decides when time passes on it. Try again after the statuses 408, 429, 500, 502, 503
 * and 504, and after every {@link IOException} that is not a {@link BadStatus}.
 *
 * <p>Read first: docs/05-concurrent-downloads.md
 */
public class Retrying {

  /** If this many attempts have failed, the last failure is final. */
  public static final int ATTEMPTS = 4;

  /**
   * The longest pause after the first failure. It doubles after each further failure. The pause is
   * a random part of it (jitter), but never shorter than {@code Retry-After} asks for.
   */
  public static final Duration FIRST_PAUSE = Duration.ofMillis(200);

  /**
   * Repeats {@code attempt} until it succeeds, and returns at once.
   *
   * @param from what is downloaded, for messages
   * @param attempt begins an attempt and returns its future; canceling that future stops the
   *     attempt. If it throws, or returns null, that failure is final
   * @param policy deadline, timer, and random numbers for the pauses
   * @return the value of the attempt that succeeded. Fails with the final failure, or at the
   *     deadline with an {@link HttpTimeoutException} that names the URL. When it ends, even
   *     because the caller cancels it, the attempt in flight is canceled, no further one begins,
   *     and nothing stays scheduled
   */
  public <T> CompletableFuture<T> download(
      URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
    // TODO(05-4): one alarm for everything; after a temporary failure, pause and try again.
    throw new UnsupportedOperationException("TODO(05-4): retry temporary failures");
  }
}
