package workshop.downloads.answers;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import workshop.downloads.AtMost;
import workshop.testkit.exercise.WrongAnswer;

/** One release in whenComplete, and one in exceptionally. */
@WrongAnswer("Each failure has given its permit back twice")
public class ReleasesTwiceAfterAFailure extends AtMost {

  @Override
  public <T> CompletableFuture<List<T>> all(
      List<Supplier<CompletableFuture<T>>> downloads, int limit) {
    return new Permits<>(Collected.checked(downloads, limit), limit) {
      @Override
      void ended(T value, Throwable why, CompletableFuture<T> result) {
        if (why != null) {
          permits.release();
        }
        super.ended(value, why, result);
      }
    }.start();
  }
}
