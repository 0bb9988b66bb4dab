package workshop.downloads.answers;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import workshop.downloads.AtMost;
import workshop.testkit.exercise.WrongAnswer;

/** Calls a method on what the supplier has returned, whatever that is. */
@WrongAnswer("returned null instead of a future")
public class TakesNullForAFuture extends AtMost {

  @Override
  public <T> CompletableFuture<List<T>> all(
      List<Supplier<CompletableFuture<T>>> downloads, int limit) {
    return new Permits<>(Collected.checked(downloads, limit), limit) {
      @Override
      CompletableFuture<T> begin(Supplier<CompletableFuture<T>> download) {
        try {
          return download.get();
        } catch (Throwable neverBegan) {
          return CompletableFuture.failedFuture(neverBegan);
        }
      }
    }.start();
  }
}
