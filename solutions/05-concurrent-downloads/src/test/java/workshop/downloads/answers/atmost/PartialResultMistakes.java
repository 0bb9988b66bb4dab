package workshop.downloads.answers.atmost;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import workshop.downloads.AtMost;
import workshop.downloads.answers.Futures;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link AtMost} that treat a partial result, or none, as success. */
@Mistakes(AnswerKind.PARTIAL_RESULT)
final class PartialResultMistakes {

  private PartialResultMistakes() {}

  /** Returns a shorter list, and no error. */
  @WrongAnswer("Four of eight downloads failed; the limit is 2. The result succeeded")
  public static class OmitsFailedDownloads extends AtMost {

    @Override
    public <T> CompletableFuture<List<T>> all(
        List<Supplier<CompletableFuture<T>>> downloads, int limit) {
      List<Supplier<CompletableFuture<T>>> forgiving =
          downloads.stream()
              .<Supplier<CompletableFuture<T>>>map(
                  each -> () -> Futures.begin(each).exceptionally(_ -> null))
              .toList();
      return super.all(forgiving, limit)
          .thenApply(results -> results.stream().filter(Objects::nonNull).toList());
    }
  }
}
