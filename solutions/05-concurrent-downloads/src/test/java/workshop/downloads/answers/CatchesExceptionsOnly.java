package workshop.downloads.answers;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import workshop.downloads.AtMost;
import workshop.testkit.exercise.WrongAnswer;

/** An Error is not a RuntimeException: the loop ends, and with it the run. */
@WrongAnswer("One of two downloads threw an Error when it was begun")
public class CatchesExceptionsOnly extends AtMost {

  @Override
  public <T> CompletableFuture<List<T>> all(
      List<Supplier<CompletableFuture<T>>> downloads, int limit) {
    return new Permits<>(Collected.checked(downloads, limit), limit) {
      @Override
      CompletableFuture<T> begin(Supplier<CompletableFuture<T>> download) {
        try {
          return download.get();
        } catch (RuntimeException neverBegan) {
          return CompletableFuture.failedFuture(neverBegan);
        }
      }
    }.start();
  }
}
