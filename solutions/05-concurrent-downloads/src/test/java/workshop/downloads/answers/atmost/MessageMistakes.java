package workshop.downloads.answers.atmost;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import workshop.downloads.AtMost;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link AtMost} whose error does not name the cause. */
@Mistakes(AnswerKind.WORDS)
final class MessageMistakes {

  private MessageMistakes() {}

  /** Lets the result fail with an error that does not say what failed. */
  @WrongAnswer("the downloads' own errors are lost")
  public static class HidesTheFailure extends AtMost {

    @Override
    public <T> CompletableFuture<List<T>> all(
        List<Supplier<CompletableFuture<T>>> downloads, int limit) {
      return super.all(downloads, limit)
          .exceptionally(_ -> {
            throw new CompletionException(new IllegalStateException("some downloads failed"));
          });
    }
  }
}
