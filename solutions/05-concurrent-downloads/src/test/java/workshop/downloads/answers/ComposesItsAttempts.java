package workshop.downloads.answers;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import workshop.downloads.Failure;
import workshop.downloads.RetryPolicy;
import workshop.downloads.Retrying;
import workshop.testkit.exercise.RightAnswer;

/** A chain of futures: what fails is composed with a pause, and the pause with the next attempt. */
@RightAnswer
public class ComposesItsAttempts extends Retrying {

  @Override
  public <T> CompletableFuture<T> download(
      URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
    AtomicReference<Future<?>> current = new AtomicReference<>();
    CompletableFuture<T> end = new CompletableFuture<>();
    attempt(1, new Attempts<>(from, attempt, policy), current, end)
        .whenComplete((value, why) -> Collected.pass(value, why, end));
    Future<?> alarm =
        policy
            .timer()
            .schedule(
                () -> end.completeExceptionally(new HttpTimeoutException(from + ": too late")),
                Attempts.nanos(policy),
                NANOSECONDS);
    end.whenComplete((_, _) -> {
      alarm.cancel(false);
      current.get().cancel(true);
    });
    return end;
  }

  private static <T> CompletableFuture<T> attempt(
      int nth, Attempts<T> rules, AtomicReference<Future<?>> current, CompletableFuture<T> end) {
    CompletableFuture<T> running = Collected.begin(rules.attempt);
    current.set(running);
    return running
        .handle((value, why) -> {
          if (why == null || end.isDone() || rules.isFinal(nth, Failure.cause(why))) {
            return running;
          }
          return pause(nth, why, rules, current)
              .thenCompose(_ -> attempt(nth + 1, rules, current, end));
        })
        .thenCompose(Function.identity());
  }

  private static CompletableFuture<Void> pause(
      int nth, Throwable why, Attempts<?> rules, AtomicReference<Future<?>> current) {
    CompletableFuture<Void> over = new CompletableFuture<>();
    long nanos = rules.pause(nth, Failure.cause(why)).toNanos();
    current.set(rules.policy.timer().schedule(() -> over.complete(null), nanos, NANOSECONDS));
    return over;
  }
}
