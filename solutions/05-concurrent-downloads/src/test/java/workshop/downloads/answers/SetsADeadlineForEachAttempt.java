package workshop.downloads.answers;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import workshop.downloads.RetryPolicy;
import workshop.downloads.Retrying;
import workshop.testkit.exercise.WrongAnswer;

/** Four attempts, four deadlines. */
@WrongAnswer("once for each attempt")
public class SetsADeadlineForEachAttempt extends Retrying {

  @Override
  public <T> CompletableFuture<T> download(
      URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
    return new Attempts<>(from, attempt, policy) {
      @Override
      void begin(int nth) {
        if (nth > 1) {
          Future<?> alarm = setAlarm();
          result.whenComplete((_, _) -> callOff(alarm));
        }
        super.begin(nth);
      }
    }.start();
  }
}
