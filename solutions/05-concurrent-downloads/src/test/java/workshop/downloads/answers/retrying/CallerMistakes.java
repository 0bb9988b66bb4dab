package workshop.downloads.answers.retrying;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import workshop.downloads.Failure;
import workshop.downloads.RetryPolicy;
import workshop.downloads.Retrying;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Wrong answers to {@link Retrying} in which the wrong thread does the work, waits for it, or gets
 * the result.
 */
@Mistakes(AnswerKind.CALLER)
final class CallerMistakes {

  private CallerMistakes() {}

  /** Waits for the end of an attempt on the thread that began it. */
  @WrongAnswer("The call to download did not return")
  public static class JoinsTheAttempt extends Retrying {

    @Override
    public <T> CompletableFuture<T> download(
        URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
      return new RetryLoop<T>(from, attempt, policy) {
        @Override
        void begin(int nth) {
          try {
            result.complete(attempt.get().join());
          } catch (CompletionException failed) {
            Throwable why = Failure.cause(failed);
            if (isFinal(nth, why)) {
              result.completeExceptionally(why);
            } else {
              next(nth, pause(nth, why));
            }
          }
        }
      }.start();
    }
  }
}
