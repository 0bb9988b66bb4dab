package workshop.downloads.answers.retrying;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import workshop.downloads.Failure;
import workshop.downloads.RetryPolicy;
import workshop.downloads.Retrying;
import workshop.downloads.answers.Futures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link Retrying} that do two steps in the wrong order, or at the same time. */
@Mistakes(AnswerKind.ORDER)
final class OrderMistakes {

  private OrderMistakes() {}

  /** Schedules another attempt although the result is complete. */
  @WrongAnswer("another attempt is scheduled")
  public static class RetriesACanceledAttempt extends Retrying {

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
            } else if (isFinal(nth, Failure.cause(why))) {
              result.completeExceptionally(why);
            } else {
              next(nth, pause(nth, Failure.cause(why)));
            }
          });
        }

        @Override
        void follow(java.util.concurrent.Future<?> next) {
          current = next;
        }
      }.start();
    }
  }
}
