package workshop.completable.answers;

import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import workshop.completable.FailurePaths;
import workshop.testkit.exercise.RightAnswer;

/** handle instead of exceptionallyCompose. */
@RightAnswer
public class RecoversInAHandler extends FailurePaths {
  @Override
  public CompletableFuture<byte[]> orIfMissing(CompletableFuture<byte[]> reading, byte[] fallback) {
    return reading.handle((bytes, failure) -> {
      if (failure == null) {
        return bytes;
      }
      if (unwrapped(failure) instanceof NoSuchFileException) {
        return fallback;
      }
      throw new CompletionException(unwrapped(failure));
    });
  }
}
