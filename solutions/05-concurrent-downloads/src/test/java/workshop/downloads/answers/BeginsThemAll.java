package workshop.downloads.answers;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import workshop.downloads.AtMost;
import workshop.testkit.exercise.WrongAnswer;

/** 05-2 over again: the limit is not looked at. */
@WrongAnswer("requests were in flight together; the limit is 4")
public class BeginsThemAll extends AtMost {

  @Override
  public <T> CompletableFuture<List<T>> all(
      List<Supplier<CompletableFuture<T>>> downloads, int limit) {
    return Collected.inOrder(downloads.stream().map(Supplier::get).toList());
  }
}
