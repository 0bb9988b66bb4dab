package workshop.downloads.answers.retrying;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import workshop.downloads.BadStatus;
import workshop.downloads.RetryPolicy;
import workshop.downloads.Retrying;
import workshop.downloads.answers.Futures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link Retrying} that cannot handle a certain input. */
@Mistakes(AnswerKind.INPUT)
final class InputMistakes {

  private InputMistakes() {}

  /** Adds the random pause to the one that the server has asked for. */
  @WrongAnswer("The random pause was added to Retry-After")
  public static class AddsToRetryAfter extends Retrying {

    @Override
    public <T> CompletableFuture<T> download(
        URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
      return new RetryLoop<>(from, attempt, policy) {
        @Override
        Duration pause(int nth, Throwable why) {
          Duration asked =
              why instanceof BadStatus bad ? bad.retryAfter().orElse(Duration.ZERO) : Duration.ZERO;
          return asked.plus(super.pause(nth, new IOException()));
        }
      }.start();
    }
  }

  /** Treats the timeout of one attempt as the deadline. */
  @WrongAnswer("the download gave up: java.net.http.HttpTimeoutException")
  public static class TakesATimeoutForTheDeadline extends Retrying {

    @Override
    public <T> CompletableFuture<T> download(
        URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
      return new RetryLoop<>(from, attempt, policy) {
        @Override
        boolean mayHelp(Throwable why) {
          return !(why instanceof HttpTimeoutException) && super.mayHelp(why);
        }
      }.start();
    }
  }

  /** Decides by the cause of the failure, and not by the failure itself. */
  @WrongAnswer("the download gave up: java.io.IOException: closed")
  public static class DecidesByTheLastCause extends Retrying {

    @Override
    public <T> CompletableFuture<T> download(
        URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
      return new RetryLoop<>(from, attempt, policy) {
        @Override
        boolean mayHelp(Throwable why) {
          return super.mayHelp(why.getCause() == null ? why : why.getCause());
        }
      }.start();
    }
  }

  /** Cuts the deadline to whole seconds. */
  @WrongAnswer("The deadline was 60500.9 ms, and the alarm was scheduled after 60000.0 ms")
  public static class CutsTheDeadline extends Retrying {

    @Override
    public <T> CompletableFuture<T> download(
        URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
      Duration seconds = Duration.ofSeconds(policy.deadline().toSeconds());
      return super.download(
          from, attempt, new RetryPolicy(seconds, policy.timer(), policy.random()));
    }
  }

  /** Retries all 5xx statuses. A 501 will be the same in a second. */
  @WrongAnswer("After status 501, another attempt is scheduled")
  public static class RetriesEvery5xx extends Retrying {

    @Override
    public <T> CompletableFuture<T> download(
        URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
      return new RetryLoop<T>(from, attempt, policy) {
        @Override
        boolean mayHelp(Throwable why) {
          return why instanceof BadStatus bad && bad.status() == 501 || super.mayHelp(why);
        }
      }.start();
    }
  }

  /** Converts the deadline to nanoseconds, which may overflow. */
  @WrongAnswer("this deadline is longer")
  public static class OverflowsALongDeadline extends Retrying {

    @Override
    public <T> CompletableFuture<T> download(
        URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
      policy.deadline().toNanos();
      return super.download(from, attempt, policy);
    }
  }

  /** Looks at the CompletionException instead of its cause. */
  @WrongAnswer("a stage wraps a failure in a CompletionException")
  public static class ChecksTheCompletionException extends Retrying {

    @Override
    public <T> CompletableFuture<T> download(
        URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
      return new RetryLoop<>(from, attempt, policy) {
        @Override
        void begin(int nth) {
          CompletableFuture<T> running = Futures.begin(attempt);
          follow(running);
          running.whenComplete((value, why) -> {
            if (why == null) {
              result.complete(value);
            } else if (isFinal(nth, why)) {
              result.completeExceptionally(why);
            } else if (!result.isDone()) {
              next(nth, pause(nth, why));
            }
          });
        }
      }.start();
    }
  }

  /** Takes what the server asks for, even if that is no pause at all. */
  @WrongAnswer("The server said \"Retry-After: 0\", and there was no pause")
  public static class PausesForRetryAfterOnly extends Retrying {

    @Override
    public <T> CompletableFuture<T> download(
        URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
      return new RetryLoop<T>(from, attempt, policy) {
        @Override
        Duration pause(int nth, Throwable why) {
          return why instanceof BadStatus bad && bad.retryAfter().isPresent()
              ? bad.retryAfter().get()
              : super.pause(nth, why);
        }
      }.start();
    }
  }
}
