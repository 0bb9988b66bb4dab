package workshop.downloads.answers.atmost;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import workshop.downloads.AtMost;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link AtMost} that do two steps in the wrong order, or at the same time. */
@Mistakes(AnswerKind.ORDER)
final class OrderMistakes {

  private OrderMistakes() {}

  /** Lets each download add its result to a shared list. */
  @WrongAnswer("Keep the results in the order of the downloads")
  public static class CollectsInOrderOfCompletion extends AtMost {

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
}
