package workshop.completable.answers;

import java.util.concurrent.CompletableFuture;
import workshop.completable.FailurePaths;
import workshop.testkit.exercise.WrongAnswer;

/** No permission, a broken disk, a mistake in the program: all the same. */
@WrongAnswer("Only a missing file is to be replaced")
public class RecoversFromEverything extends FailurePaths {

  @Override
  public CompletableFuture<byte[]> orIfMissing(CompletableFuture<byte[]> reading, byte[] fallback) {
    return reading.exceptionally(failure -> fallback);
  }
}
