package workshop.downloads.answers.retrying;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import workshop.downloads.RetryPolicy;
import workshop.downloads.Retrying;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link Retrying} that treat a partial result, or none, as success. */
@Mistakes(AnswerKind.PARTIAL_RESULT)
final class PartialResultMistakes {

  private PartialResultMistakes() {}

  /** Completes with null after the last failure, instead of failing. */
  @WrongAnswer("4 attempts have failed. The download succeeded")
  public static class CompletesWithNull extends Retrying {

    @Override
    public <T> CompletableFuture<T> download(
        URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
      return new RetryLoop<T>(from, attempt, policy) {
        @Override
        boolean isFinal(int nth, Throwable why) {
          boolean last = nth == ATTEMPTS;
          if (last) {
            result.complete(null);
          }
          return last || super.isFinal(nth, why);
        }
      }.start();
    }
  }
}
