package workshop.downloads.answers;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import workshop.downloads.AtMost;
import workshop.testkit.exercise.WrongAnswer;

/** Counts from nought. */
@WrongAnswer("5 requests were in flight together; the limit is 4")
public class LetsOneTooManyIn extends AtMost {

  @Override
  public <T> CompletableFuture<List<T>> all(
      List<Supplier<CompletableFuture<T>>> downloads, int limit) {
    return super.all(downloads, limit + 1);
  }
}
