package workshop.completable.answers;

import java.util.concurrent.CompletableFuture;
import workshop.completable.FailurePaths;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Takes every failure for a missing file. */
@WrongAnswer(value = "Only a missing file is replaced", kind = AnswerKind.PROMISE)
public class RecoversFromEverything extends FailurePaths {

  @Override
  public CompletableFuture<byte[]> orIfMissing(CompletableFuture<byte[]> reading, byte[] fallback) {
    return reading.exceptionally(failure -> fallback);
  }
}
