package workshop.downloads.answers;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import workshop.downloads.AtMost;
import workshop.testkit.exercise.WrongAnswer;

/** Looks at the list again and again, long after the call has returned. */
@WrongAnswer("The list belongs to the caller")
public class WorksOnTheCallersList extends AtMost {

  @Override
  public <T> CompletableFuture<List<T>> all(
      List<Supplier<CompletableFuture<T>>> downloads, int limit) {
    Collected.checked(downloads, limit);
    return new Permits<>(downloads, limit).start();
  }
}
