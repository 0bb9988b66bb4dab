package workshop.completable.answers;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import workshop.completable.FailurePaths;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Throws a new exception with the same message. */
@WrongAnswer(value = "same", kind = AnswerKind.PROMISE)
public class ThrowsACopyOfTheError extends FailurePaths {
  @Override
  public <T> T await(CompletableFuture<T> future) throws IOException {
    try {
      return super.await(future);
    } catch (IOException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
