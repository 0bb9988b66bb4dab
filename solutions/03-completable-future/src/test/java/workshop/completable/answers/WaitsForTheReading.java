package workshop.completable.answers;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletableFuture;
import workshop.completable.FailurePaths;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Waits for the outcome in order to look at it. */
@WrongAnswer(value = "you blocked the caller", kind = AnswerKind.CALLER)
public class WaitsForTheReading extends FailurePaths {
  @Override
  public CompletableFuture<byte[]> orIfMissing(CompletableFuture<byte[]> reading, byte[] fallback) {
    try {
      return CompletableFuture.completedFuture(await(reading));
    } catch (NoSuchFileException e) {
      return CompletableFuture.completedFuture(fallback);
    } catch (IOException e) {
      return CompletableFuture.failedFuture(e);
    }
  }
}
