package workshop.downloads.answers.retrying;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import workshop.downloads.RetryPolicy;
import workshop.downloads.Retrying;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link Retrying} whose error does not name the cause. */
@Mistakes(AnswerKind.WORDS)
final class MessageMistakes {

  private MessageMistakes() {}

  /** Fails at the deadline with an error that does not say which download was late. */
  @WrongAnswer("the error does not name the URL")
  public static class TimesOutWithoutTheUrl extends Retrying {

    @Override
    public <T> CompletableFuture<T> download(
        URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
      return new RetryLoop<T>(from, attempt, policy) {
        @Override
        Future<?> setAlarm() {
          return policy
              .timer()
              .schedule(
                  () -> result.completeExceptionally(new HttpTimeoutException("too late")),
                  nanos(policy),
                  NANOSECONDS);
        }
      }.start();
    }
  }
}
