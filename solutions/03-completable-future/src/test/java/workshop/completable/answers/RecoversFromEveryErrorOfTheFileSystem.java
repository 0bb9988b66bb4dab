package workshop.completable.answers;

import java.nio.file.FileSystemException;
import java.util.concurrent.CompletableFuture;
import workshop.completable.FailurePaths;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Takes a denied access for a missing file. */
@WrongAnswer(value = "AccessDenied", kind = AnswerKind.PROMISE)
public class RecoversFromEveryErrorOfTheFileSystem extends FailurePaths {
  @Override
  public CompletableFuture<byte[]> orIfMissing(CompletableFuture<byte[]> reading, byte[] fallback) {
    return reading.exceptionallyCompose(failure ->
        unwrapped(failure) instanceof FileSystemException
            ? CompletableFuture.completedFuture(fallback)
            : CompletableFuture.failedFuture(failure));
  }
}
