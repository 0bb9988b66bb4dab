package workshop.downloads.answers;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import workshop.downloads.RetryPolicy;
import workshop.downloads.Retrying;
import workshop.testkit.exercise.WrongAnswer;

/** A deadline by the clock of the JDK, on the future alone. */
@WrongAnswer("No deadline of 60 s was scheduled")
public class TrustsOrTimeout extends Retrying {

  @Override
  public <T> CompletableFuture<T> download(
      URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
    return new Attempts<>(from, attempt, policy) {
      @Override
      Future<?> setAlarm() {
        result.orTimeout(policy.deadline().toNanos(), NANOSECONDS);
        return result;
      }

      @Override
      void callOff(Future<?> alarm) {}
    }.start();
  }
}
