package workshop.downloads.answers.retrying;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import workshop.downloads.Failure;
import workshop.downloads.RetryPolicy;
import workshop.downloads.Retrying;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link Retrying} that go wrong at a later operation than the first. */
@Mistakes(AnswerKind.HELD_TOO_EARLY)
final class LateOperationMistakes {

  private LateOperationMistakes() {}

  /** Catches only exceptions around the attempt. */
  @WrongAnswer("The second attempt threw an Error, and the result never completed")
  public static class LosesAnErrorOnTheTimer extends Retrying {

    @Override
    public <T> CompletableFuture<T> download(
        URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
      return new RetryLoop<>(from, attempt, policy) {
        @Override
        void begin(int nth) {
          if (nth == 1) {
            super.begin(nth);
            return;
          }
          CompletableFuture<T> running = attempt.get();
          follow(running);
          running.whenComplete((value, why) -> {
            if (why == null) {
              result.complete(value);
            } else if (isFinal(nth, Failure.cause(why))) {
              result.completeExceptionally(why);
            } else if (!result.isDone()) {
              next(nth, pause(nth, Failure.cause(why)));
            }
          });
        }
      }.start();
    }
  }
}
