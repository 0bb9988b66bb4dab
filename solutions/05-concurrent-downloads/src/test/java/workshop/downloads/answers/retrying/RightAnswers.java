package workshop.downloads.answers.retrying;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import workshop.downloads.Failure;
import workshop.downloads.RetryPolicy;
import workshop.downloads.Retrying;
import workshop.downloads.answers.Futures;
import workshop.testkit.exercise.RightAnswer;

/** Right answers to {@link Retrying}, each built in a different way. */
final class RightAnswers {

  private RightAnswers() {}

  /**
   * Builds a chain of futures: composes a failure with a pause, and the pause with the next
   * attempt.
   */
  @RightAnswer
  public static class ComposesItsAttempts extends Retrying {

    @Override
    public <T> CompletableFuture<T> download(
        URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
      RetryLoop<T> rules = new RetryLoop<>(from, attempt, policy);
      AtomicReference<Future<?>> current = new AtomicReference<>();
      CompletableFuture<T> end = rules.result;
      Future<?> alarm;
      try {
        alarm = rules.setAlarm();
      } catch (RuntimeException refused) {
        return CompletableFuture.failedFuture(refused);
      }
      attempt(1, rules, current, end).whenComplete((value, why) -> Futures.pass(value, why, end));
      end.whenComplete((_, _) -> {
        alarm.cancel(false);
        current.get().cancel(true);
      });
      return end;
    }

    private static <T> CompletableFuture<T> attempt(
        int nth, RetryLoop<T> rules, AtomicReference<Future<?>> current, CompletableFuture<T> end) {
      CompletableFuture<T> running = Futures.begin(rules.attempt);
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
        int nth, Throwable why, RetryLoop<?> rules, AtomicReference<Future<?>> current) {
      CompletableFuture<Void> over = new CompletableFuture<>();
      long nanos = rules.pause(nth, Failure.cause(why)).toNanos();
      current.set(rules.policy.timer().schedule(() -> over.complete(null), nanos, NANOSECONDS));
      return over;
    }
  }

  /** Fixes half of the pause, and makes the other half random. */
  @RightAnswer
  public static class PausesAtLeastHalfTheBound extends Retrying {

    @Override
    public <T> CompletableFuture<T> download(
        URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
      return new RetryLoop<T>(from, attempt, policy) {
        @Override
        double part() {
          return 0.5 + super.part() / 2;
        }
      }.start();
    }
  }

  /**
   * Starts a virtual thread, which waits for the attempts and pauses, and is interrupted at the
   * end.
   */
  @RightAnswer
  public static class WaitsOnAVirtualThread extends Retrying {

    @Override
    public <T> CompletableFuture<T> download(
        URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
      RetryLoop<T> rules = new RetryLoop<>(from, attempt, policy);
      CompletableFuture<T> result = rules.result;
      Future<?> alarm;
      try {
        alarm = rules.setAlarm();
      } catch (RuntimeException refused) {
        return CompletableFuture.failedFuture(refused);
      }
      Thread thread = Thread.startVirtualThread(() -> run(rules, result));
      result.whenComplete((_, _) -> {
        alarm.cancel(false);
        thread.interrupt();
      });
      return result;
    }

    private static <T> void run(RetryLoop<T> rules, CompletableFuture<T> result) {
      try {
        for (int nth = 1; ; nth++) {
          CompletableFuture<T> running = Futures.begin(rules.attempt);
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
        // by the code that completed the result
      } catch (Exception e) {
        result.completeExceptionally(e);
      }
    }

    private static void pause(RetryLoop<?> rules, int nth, Throwable why)
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
}
