package workshop.downloads.answers.retrying;

import java.net.URI;
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

/** Wrong answers to {@link Retrying}: an input that they cannot handle. */
@Mistakes(AnswerKind.INPUT)
final class InputMistakes {

  private InputMistakes() {}

  /** 501 means: this server cannot do that. It will not learn it in a second. */
  @WrongAnswer("After status 501 there is a pause")
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

  /** Turns every deadline into nanoseconds. */
  @WrongAnswer("is longer")
  public static class OverflowsALongDeadline extends Retrying {

    @Override
    public <T> CompletableFuture<T> download(
        URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
      policy.deadline().toNanos();
      return super.download(from, attempt, policy);
    }
  }

  /** What a stage hands on is a CompletionException, which is no IOException. */
  @WrongAnswer("a stage wraps it in a CompletionException")
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

  /** Seven is seven: but seconds it were, and not milliseconds. */
  @WrongAnswer("Pause at least as long as BadStatus.retryAfter() says")
  public static class ReadsRetryAfterAsMilliseconds extends Retrying {

    @Override
    public <T> CompletableFuture<T> download(
        URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
      return new RetryLoop<>(from, attempt, policy) {
        @Override
        Duration pause(int nth, Throwable why) {
          Duration own = Duration.ofNanos((long) (bound(nth).toNanos() * part()));
          long asked =
              why instanceof BadStatus bad ? bad.retryAfter().orElse(Duration.ZERO).toSeconds() : 0;
          return Duration.ofMillis(Math.max(asked, own.toMillis()));
        }
      }.start();
    }
  }
}
