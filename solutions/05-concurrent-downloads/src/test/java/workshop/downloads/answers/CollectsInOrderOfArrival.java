package workshop.downloads.answers;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import workshop.downloads.AtMost;
import workshop.testkit.exercise.WrongAnswer;

/** A shared list that each download adds its result to. */
@WrongAnswer("Keep the results in the order of the downloads")
public class CollectsInOrderOfArrival extends AtMost {

  @Override
  public <T> CompletableFuture<List<T>> all(
      List<Supplier<CompletableFuture<T>>> downloads, int limit) {
    List<T> arrived = new CopyOnWriteArrayList<>();
    return super.all(
            downloads.stream()
                .map(download -> noting(arrived, download))
                .collect(Collectors.toList()),
            limit)
        .thenApply(_ -> arrived);
  }

  private static <T> Supplier<CompletableFuture<T>> noting(
      List<T> arrived, Supplier<CompletableFuture<T>> download) {
    return () ->
        download
            .get()
            .thenApply(value -> {
              arrived.add(value);
              return value;
            });
  }
}
