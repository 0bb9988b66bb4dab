package workshop.completable.answers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import workshop.completable.FailurePaths;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Throws the error of the disk as an unchecked one. */
@WrongAnswer(value = "UncheckedIOException", kind = AnswerKind.PROMISE)
public class ThrowsUnchecked extends FailurePaths {
  @Override
  public <T> T await(CompletableFuture<T> future) throws IOException {
    try {
      return super.await(future);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
