package workshop.downloads.answers.retrying;

import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import workshop.downloads.BadStatus;
import workshop.downloads.RetryPolicy;
import workshop.downloads.Retrying;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link Retrying} that stop waiting too early. */
@Mistakes(AnswerKind.IMPATIENCE)
final class ImpatienceMistakes {

  private ImpatienceMistakes() {}

  /** Ignores {@code Retry-After}. */
  @WrongAnswer("Pause at least as long as BadStatus.retryAfter() says")
  public static class IgnoresRetryAfter extends Retrying {

    @Override
    public <T> CompletableFuture<T> download(
        URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
      return new RetryLoop<>(from, attempt, policy) {
        @Override
        Duration pause(int nth, Throwable why) {
          return Duration.ofNanos((long) (bound(nth).toNanos() * part()));
        }
      }.start();
    }
  }

  /** Gives up at once if the pause would end after the deadline, with the status as the reason. */
  @WrongAnswer("The server asked for a pause that ends after the deadline")
  public static class GivesUpBeforeALongPause extends Retrying {

    @Override
    public <T> CompletableFuture<T> download(
        URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
      return new RetryLoop<>(from, attempt, policy) {
        @Override
        boolean isFinal(int nth, Throwable why) {
          return super.isFinal(nth, why)
              || why instanceof BadStatus bad
                  && bad.retryAfter().orElse(Duration.ZERO).compareTo(policy.deadline()) > 0;
        }
      }.start();
    }
  }

  /** Reports a timeout at once if the pause would end after the deadline. */
  @WrongAnswer("The download failed, although the deadline has not passed")
  public static class ReportsATimeoutBeforeTheDeadline extends Retrying {

    @Override
    public <T> CompletableFuture<T> download(
        URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
      return new RetryLoop<>(from, attempt, policy) {
        @Override
        void next(int nth, Duration pause) {
          if (pause.compareTo(policy.deadline()) < 0) {
            super.next(nth, pause);
          } else {
            result.completeExceptionally(new HttpTimeoutException(from + ": too late"));
          }
        }
      }.start();
    }
  }

  /** Makes only one attempt. */
  @WrongAnswer("After failed attempt 1, the download gave up")
  public static class NeverRetries extends Retrying {

    @Override
    public <T> CompletableFuture<T> download(
        URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
      return new RetryLoop<>(from, attempt, policy) {
        @Override
        boolean isFinal(int nth, Throwable why) {
          return true;
        }
      }.start();
    }
  }

  /** Sends the next request without a pause. */
  @WrongAnswer("After failed attempt 1, the next one began, but no pause was scheduled")
  public static class RetriesWithoutAPause extends Retrying {

    @Override
    public <T> CompletableFuture<T> download(
        URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
      return new RetryLoop<>(from, attempt, policy) {
        @Override
        void next(int nth, Duration pause) {
          begin(nth + 1);
        }
      }.start();
    }
  }
}
