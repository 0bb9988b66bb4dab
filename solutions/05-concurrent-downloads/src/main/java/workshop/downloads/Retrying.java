package workshop.downloads;

import static java.time.Duration.ZERO;
import static java.util.Objects.requireNonNull;
import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
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

  private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);

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
    Attempts<T> attempts = new Attempts<>(attempt, policy);
    ScheduledFuture<?> alarm;
    try { // before the first attempt: without an alarm, none may begin
      alarm = policy.timer().schedule(() -> attempts.late(from), nanos(policy), NANOSECONDS);
    } catch (RuntimeException refused) {
      return CompletableFuture.failedFuture(refused);
    }
    attempts.result.whenComplete((_, _) -> {
      alarm.cancel(false);
      attempts.stop(); // completing the result would end the waiting, but not the work
    });
    attempts.begin(1);
    return attempts.result;
  }

  /** A long holds 292 years of nanoseconds, but a deadline may be longer. */
  private static long nanos(RetryPolicy policy) {
    Duration longest = Duration.ofNanos(Long.MAX_VALUE);
    return policy.deadline().compareTo(longest) < 0 ? policy.deadline().toNanos() : Long.MAX_VALUE;
  }

  private static final class Attempts<T> {

    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final Supplier<CompletableFuture<T>> attempt;
    private final RetryPolicy policy;

    /** The attempt in flight, or the pause before the next one. */
    private volatile Future<?> current = CompletableFuture.completedFuture(null);

    Attempts(Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
      this.attempt = attempt;
      this.policy = policy;
    }

    void begin(int nth) {
      if (result.isDone()) {
        return;
      }
      try {
        CompletableFuture<T> begun = requireNonNull(attempt.get(), "the attempt returned null");
        follow(begun);
        begun.whenComplete((value, why) -> {
          if (why == null) {
            result.complete(value);
          } else {
            failed(nth, Failure.cause(why));
          }
        });
      } catch (Throwable neverBegan) { // an Error, too: on the timer's thread it would get lost
        result.completeExceptionally(neverBegan);
      }
    }

    private void failed(int nth, Throwable why) {
      try {
        if (nth == ATTEMPTS || !mayPass(why)) {
          result.completeExceptionally(why);
        } else if (!result.isDone()) {
          long pause = pause(nth, why).toNanos();
          follow(policy.timer().schedule(() -> begin(nth + 1), pause, NANOSECONDS));
        }
      } catch (RuntimeException refused) { // by the timer: there will be no other attempt
        why.addSuppressed(refused);
        result.completeExceptionally(why);
      }
    }

    /** If the result was completed while {@code next} was being started, it is stopped here. */
    private void follow(Future<?> next) {
      current = next;
      if (result.isDone()) {
        stop();
      }
    }

    void stop() {
      current.cancel(true);
    }

    void late(URI from) {
      result.completeExceptionally(
          new HttpTimeoutException(from + ": not complete after " + policy.deadline()));
    }

    private Duration pause(int nth, Throwable why) {
      double longest = FIRST_PAUSE.toNanos() * Math.pow(2, nth - 1);
      Duration jittered = Duration.ofNanos((long) (longest * policy.random().nextDouble()));
      Duration asked = why instanceof BadStatus bad ? bad.retryAfter().orElse(ZERO) : ZERO;
      return asked.compareTo(jittered) > 0 ? asked : jittered;
    }
  }

  private static boolean mayPass(Throwable why) {
    return why instanceof BadStatus bad
        ? PASSING.contains(bad.status())
        : why instanceof IOException;
  }
}
