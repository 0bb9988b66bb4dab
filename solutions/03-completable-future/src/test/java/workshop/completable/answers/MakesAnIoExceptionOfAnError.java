package workshop.completable.answers;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import workshop.completable.FailurePaths;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Everything becomes an IOException. */
@WrongAnswer(value = "Error", kind = AnswerKind.PROMISE)
public class MakesAnIoExceptionOfAnError extends FailurePaths {
  @Override
  public <T> T await(CompletableFuture<T> future) throws IOException {
    try {
      return super.await(future);
    } catch (Error e) {
      throw new IOException(e);
    }
  }
}
