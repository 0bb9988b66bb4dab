package workshop.downloads;

import static java.time.Duration.ZERO;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
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
    Attempts<T> attempts = new Attempts<>(attempt, patience);
    attempts.begin(1);
    String late = from + ": not complete after " + patience.deadline();
    Future<?> alarm =
        patience
            .timer()
            .schedule(
                () -> attempts.result.completeExceptionally(new HttpTimeoutException(late)),
                patience.deadline().toNanos(),
                NANOSECONDS);
    attempts.result.whenComplete((_, _) -> {
      alarm.cancel(false);
      // A deadline that only completes the future stops the waiting, and not the work.
      attempts.stop();
    });
    return attempts.result;
  }

  private static final class Attempts<T> {

    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final Supplier<CompletableFuture<T>> attempt;
    private final Patience patience;

    /** The attempt in flight, or the pause before the next one. */
    private volatile Future<?> current = CompletableFuture.completedFuture(null);

    Attempts(Supplier<CompletableFuture<T>> attempt, Patience patience) {
      this.attempt = attempt;
      this.patience = patience;
    }

    void begin(int nth) {
      CompletableFuture<T> running;
      try {
        running = attempt.get();
      } catch (RuntimeException refused) {
        running = CompletableFuture.failedFuture(refused);
      }
      follow(running);
      running.whenComplete((value, why) -> {
        if (why == null) {
          result.complete(value);
        } else if (nth == ATTEMPTS || !mayHelp(Failure.cause(why))) {
          result.completeExceptionally(why);
        } else if (!result.isDone()) {
          long nanos = pause(nth, Failure.cause(why)).toNanos();
          follow(patience.timer().schedule(() -> begin(nth + 1), nanos, NANOSECONDS));
        }
      });
    }

    /** The end may have come while this one was being started: then nobody else stops it. */
    private void follow(Future<?> next) {
      current = next;
      if (result.isDone()) {
        stop();
      }
    }

    void stop() {
      current.cancel(true);
    }

    private Duration pause(int nth, Throwable why) {
      double most = FIRST_PAUSE.toNanos() * Math.pow(2, nth - 1);
      Duration jittered = Duration.ofNanos((long) (most * patience.random().nextDouble()));
      Duration asked = why instanceof BadStatus bad ? bad.retryAfter().orElse(ZERO) : ZERO;
      return asked.compareTo(jittered) > 0 ? asked : jittered;
    }
  }

  private static boolean mayHelp(Throwable why) {
    return switch (why) {
      case BadStatus bad -> Set.of(408, 429, 500, 502, 503, 504).contains(bad.status());
      case IOException _ -> true;
      default -> false;
    };
  }
}
