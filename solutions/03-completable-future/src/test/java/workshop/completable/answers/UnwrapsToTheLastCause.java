package workshop.completable.answers;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import workshop.completable.FailurePaths;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Throws the cause of the cause. */
@WrongAnswer(value = "it has a cause of its own", kind = AnswerKind.PROMISE)
public class UnwrapsToTheLastCause extends FailurePaths {
  @Override
  public <T> T await(CompletableFuture<T> future) throws IOException {
    try {
      return super.await(future);
    } catch (IOException e) {
      Throwable root = e;
      while (root.getCause() != null) {
        root = root.getCause();
      }
      throw root instanceof IOException io ? io : e;
    }
  }
}
