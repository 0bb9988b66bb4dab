package workshop.completable.answers.failurepaths;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import workshop.completable.FailurePaths;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link FailurePaths} whose error does not name the cause. */
@Mistakes(AnswerKind.WORDS)
final class MessageMistakes {

  private MessageMistakes() {}

  /** Casts every failure to IOException, so all others end in a ClassCastException. */
  @WrongAnswer("await threw a different object: java.lang.ClassCastException")
  public static class CastsEveryFailure extends FailurePaths {
    @Override
    public <T> T await(CompletableFuture<T> future) throws IOException {
      try {
        return future.join();
      } catch (CompletionException e) {
        throw (IOException) unwrapped(e);
      }
    }
  }
}
