package workshop.downloads.answers;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import workshop.downloads.RetryPolicy;
import workshop.downloads.Retrying;
import workshop.testkit.exercise.WrongAnswer;

/** A thread spins beside each attempt until that has ended. */
@WrongAnswer("That is busy waiting")
public class AsksForTheEndOfAnAttempt extends Retrying {

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
                running.whenComplete((value, why) -> Collected.pass(value, why, ended));
              });
          return ended;
        };
    return new Attempts<>(from, watched, policy).start();
  }
}
