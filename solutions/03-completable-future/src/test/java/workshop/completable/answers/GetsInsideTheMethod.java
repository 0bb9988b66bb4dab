package workshop.completable.answers;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import workshop.completable.ChainedSteps;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** The same with get, between the two steps. */
@WrongAnswer(value = "you blocked the caller", kind = AnswerKind.CALLER)
public class GetsInsideTheMethod extends ChainedSteps {

  @Override
  public CompletableFuture<byte[]> writeThenRead(Path file, byte[] content, Executor executor) {
    try {
      write(file, content, executor).get();
    } catch (InterruptedException | ExecutionException e) {
      return CompletableFuture.failedFuture(e);
    }
    return read(file, executor);
  }
}
