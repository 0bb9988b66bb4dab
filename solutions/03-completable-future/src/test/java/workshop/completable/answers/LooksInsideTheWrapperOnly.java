package workshop.completable.answers;

import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import workshop.completable.FailurePaths;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Expects a wrapper, where the failure may also come bare. */
@WrongAnswer(value = "The file was missing (bare)", kind = AnswerKind.PROMISE)
public class LooksInsideTheWrapperOnly extends FailurePaths {

  @Override
  public CompletableFuture<byte[]> orIfMissing(CompletableFuture<byte[]> reading, byte[] fallback) {
    return reading.exceptionally(failure -> {
      if (failure.getCause() instanceof NoSuchFileException) {
        return fallback;
      }
      throw new CompletionException(failure);
    });
  }
}
