package workshop.completable.answers;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CompletableFuture;
import workshop.completable.FailurePaths;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Does not set the interrupt flag again. */
@WrongAnswer(value = "The caller was interrupted", kind = AnswerKind.PROMISE)
public class TakesTheInterruptFlagAway extends FailurePaths {
  @Override
  public <T> T await(CompletableFuture<T> future) throws IOException {
    try {
      return super.await(future);
    } catch (InterruptedIOException e) {
      Thread.interrupted();
      throw e;
    }
  }
}
