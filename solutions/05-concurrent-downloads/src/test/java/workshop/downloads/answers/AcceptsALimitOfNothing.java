package workshop.downloads.answers;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import workshop.downloads.AtMost;
import workshop.testkit.exercise.WrongAnswer;

/** A semaphore without a permit is no error, and no download ever begins. */
@WrongAnswer("The limit was 0, and the call was accepted")
public class AcceptsALimitOfNothing extends AtMost {

  @Override
  public <T> CompletableFuture<List<T>> all(
      List<Supplier<CompletableFuture<T>>> downloads, int limit) {
    return new Permits<>(List.copyOf(downloads), limit).start();
  }
}
