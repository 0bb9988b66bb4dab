package workshop.completable.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ChainedSteps;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** A future around a result that the caller has waited for. */
@WrongAnswer(value = "you blocked the caller", kind = AnswerKind.CALLER)
public class ReadsBeforeItReturns extends ChainedSteps {

  @Override
  public CompletableFuture<byte[]> read(Path file, Executor executor) {
    try {
      return CompletableFuture.completedFuture(Files.readAllBytes(file));
    } catch (IOException e) {
      return CompletableFuture.failedFuture(e);
    }
  }
}
