package workshop.downloads.answers.retrying;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import workshop.downloads.RetryPolicy;
import workshop.downloads.Retrying;
import workshop.downloads.answers.Futures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link Retrying} that leave something open or running, or use too much. */
@Mistakes(AnswerKind.RESOURCE)
final class ResourceMistakes {

  private ResourceMistakes() {}

  /** Spins on a thread until the attempt has ended. */
  @WrongAnswer("That is busy waiting")
  public static class SpinsUntilTheAttemptEnds extends Retrying {

    @Override
    public <T> CompletableFuture<T> download(
        URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
      Supplier<CompletableFuture<T>> watched =
          () -> {
            CompletableFuture<T> running = attempt.get();
            CompletableFuture<T> ended = new CompletableFuture<>();
            ended.whenComplete((_, _) -> running.cancel(true));
            Thread.ofPlatform()
                .daemon()
                .start(() -> {
                  while (!running.isDone()) {
                    Thread.yield();
                  }
                  running.whenComplete((value, why) -> Futures.pass(value, why, ended));
                });
            return ended;
          };
      return new RetryLoop<>(from, watched, policy).start();
    }
  }

  /** Cancels the attempt in flight at the deadline, but not the one that is scheduled. */
  @WrongAnswer("After the deadline, a task is still scheduled")
  public static class LeavesTheNextAttemptScheduled extends Retrying {

    @Override
    public <T> CompletableFuture<T> download(
        URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
      return new RetryLoop<>(from, attempt, policy) {
        @Override
        void stop() {
          if (current instanceof CompletableFuture<?> running) {
            running.cancel(true);
          }
        }
      }.start();
    }
  }

  /** Leaves the deadline scheduled after a success. */
  @WrongAnswer("a task is still scheduled on the timer")
  public static class LeavesTheDeadlineScheduled extends Retrying {

    @Override
    public <T> CompletableFuture<T> download(
        URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
      return new RetryLoop<>(from, attempt, policy) {
        @Override
        void callOff(Future<?> alarm) {}
      }.start();
    }
  }

  /** Fails the future at the deadline and cancels nothing. */
  @WrongAnswer("but its request is still in flight")
  public static class OnlyCompletesTheResult extends Retrying {

    @Override
    public <T> CompletableFuture<T> download(
        URI from, Supplier<CompletableFuture<T>> attempt, RetryPolicy policy) {
      return new RetryLoop<>(from, attempt, policy) {
        @Override
        void stop() {}
      }.start();
    }
  }
}
