package workshop.completable.answers;

import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import workshop.completable.FailurePaths;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** instanceof sees the CompletionException, and not what is inside. */
@WrongAnswer(value = "Unwrap before you ask", kind = AnswerKind.PROMISE)
public class LooksAtTheWrapper extends FailurePaths {

  @Override
  public CompletableFuture<byte[]> orIfMissing(CompletableFuture<byte[]> reading, byte[] fallback) {
    return reading.exceptionally(failure -> {
      if (failure instanceof NoSuchFileException) {
        return fallback;
      }
      throw new CompletionException(failure);
    });
  }
}
