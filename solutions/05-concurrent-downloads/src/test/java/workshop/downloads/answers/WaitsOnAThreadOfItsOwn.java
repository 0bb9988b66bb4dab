package workshop.downloads.answers;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import workshop.downloads.Failure;
import workshop.downloads.RetryPolicy;
import workshop.downloads.Retrying;
import workshop.testkit.exercise.RightAnswer;

/** A virtual thread goes through the attempts and pauses, and is interrupted when it is enough. */
@RightAnswer
public class WaitsOnAThreadOfItsOwn extends Retrying {

  @Override
  public <T> CompletableFuture<T> download(
      URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Future<?> alarm =
        policy
            .timer()
            .schedule(
                () -> result.completeExceptionally(new HttpTimeoutException(from + ": too late")),
                Attempts.nanos(policy),
                NANOSECONDS);
    Thread thread =
        Thread.startVirtualThread(() -> run(new Attempts<>(from, attempt, policy), result));
    result.whenComplete((_, _) -> {
      alarm.cancel(false);
      thread.interrupt();
    });
    return result;
  }

  private static <T> void run(Attempts<T> rules, CompletableFuture<T> result) {
    try {
      for (int nth = 1; ; nth++) {
        CompletableFuture<T> running = Collected.begin(rules.attempt);
        try {
          result.complete(running.get());
          return;
        } catch (InterruptedException e) {
          running.cancel(true);
          throw e;
        } catch (ExecutionException e) {
          Throwable why = Failure.cause(e.getCause());
          if (rules.isFinal(nth, why)) {
            result.completeExceptionally(why);
            return;
          }
          pause(rules, nth, why);
        }
      }
    } catch (InterruptedException stopped) {
      // by the one who has completed the result
    } catch (Exception e) {
      result.completeExceptionally(e);
    }
  }

  private static void pause(Attempts<?> rules, int nth, Throwable why)
      throws InterruptedException, ExecutionException {
    Future<?> pause =
        rules.policy.timer().schedule(() -> {}, rules.pause(nth, why).toNanos(), NANOSECONDS);
    try {
      pause.get();
    } finally {
      pause.cancel(false);
    }
  }
}
