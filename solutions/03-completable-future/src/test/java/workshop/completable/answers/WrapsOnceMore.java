package workshop.completable.answers;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import workshop.completable.FailurePaths;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** A new IOException around the one that was thrown. */
@WrongAnswer(value = "Take off the wrapper", kind = AnswerKind.PROMISE)
public class WrapsOnceMore extends FailurePaths {

  @Override
  public <T> T await(CompletableFuture<T> future) throws IOException {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw new IOException("the work failed", e.getCause());
    }
  }
}
