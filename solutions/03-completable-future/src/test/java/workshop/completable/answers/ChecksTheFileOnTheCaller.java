package workshop.completable.answers;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ChainedSteps;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Asks the disk whether the file is there before it hands over. */
@WrongAnswer(value = "blocked the caller", kind = AnswerKind.CALLER)
public class ChecksTheFileOnTheCaller extends ChainedSteps {
  @Override
  public CompletableFuture<byte[]> read(Path file, Executor executor) {
    if (!Files.exists(file)) {
      return CompletableFuture.failedFuture(new NoSuchFileException(file.toString()));
    }
    return super.read(file, executor);
  }
}
