package workshop.downloads.answers.retrying;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import workshop.downloads.BadStatus;
import workshop.downloads.Failure;
import workshop.downloads.RetryPolicy;
import workshop.downloads.Retrying;
import workshop.downloads.answers.Futures;

/** A loop of attempts whose parts the wrong answers override. Without overrides, it is right. */
class RetryLoop<T> {

  final URI from;
  final Supplier<CompletableFuture<T>> attempt;
  final RetryPolicy policy;
  final CompletableFuture<T> result = new CompletableFuture<>();

  /** The attempt in flight, or the pause before the next one. */
  volatile Future<?> current = CompletableFuture.completedFuture(null);

  RetryLoop(URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
    this.from = from;
    this.attempt = attempt;
    this.policy = policy;
  }

  CompletableFuture<T> start() {
    try {
      return start(setAlarm());
    } catch (
        RuntimeException refused) { // rejected by the timer: without an alarm, no attempt begins
      return CompletableFuture.failedFuture(refused);
    }
  }

  CompletableFuture<T> start(Future<?> alarm) {
    result.whenComplete((_, _) -> {
      callOff(alarm);
      stop();
    });
    begin(1);
    return result;
  }

  Future<?> setAlarm() {
    return policy
        .timer()
        .schedule(
            () -> result.completeExceptionally(new HttpTimeoutException(from + ": too late")),
            nanos(policy),
            NANOSECONDS);
  }

  static long nanos(RetryPolicy policy) {
    Duration longest = Duration.ofNanos(Long.MAX_VALUE);
    return policy.deadline().compareTo(longest) < 0 ? policy.deadline().toNanos() : Long.MAX_VALUE;
  }

  void callOff(Future<?> alarm) {
    alarm.cancel(false);
  }

  void stop() {
    current.cancel(true);
  }

  void begin(int nth) {
    CompletableFuture<T> running = Futures.begin(attempt);
    follow(running);
    running.whenComplete((value, why) -> {
      if (why == null) {
        result.complete(value);
      } else if (isFinal(nth, Failure.cause(why))) {
        result.completeExceptionally(why);
      } else if (!result.isDone()) {
        try {
          next(nth, pause(nth, Failure.cause(why)));
        } catch (RuntimeException refused) {
          result.completeExceptionally(refused);
        }
      }
    });
  }

  void next(int nth, Duration pause) {
    follow(policy.timer().schedule(() -> begin(nth + 1), pause.toNanos(), NANOSECONDS));
  }

  void follow(Future<?> next) {
    current = next;
    if (result.isDone()) {
      stop();
    }
  }

  boolean isFinal(int nth, Throwable why) {
    return nth == Retrying.ATTEMPTS || !mayHelp(why);
  }

  boolean mayHelp(Throwable why) {
    return switch (why) {
      case BadStatus bad -> Set.of(408, 429, 500, 502, 503, 504).contains(bad.status());
      case IOException _ -> true;
      default -> false;
    };
  }

  Duration pause(int nth, Throwable why) {
    Duration own = Duration.ofNanos((long) (bound(nth).toNanos() * part()));
    Duration asked =
        why instanceof BadStatus bad ? bad.retryAfter().orElse(Duration.ZERO) : Duration.ZERO;
    return asked.compareTo(own) > 0 ? asked : own;
  }

  Duration bound(int nth) {
    return Retrying.FIRST_PAUSE.multipliedBy(1L << (nth - 1));
  }

  double part() {
    return policy.random().nextDouble();
  }
}
