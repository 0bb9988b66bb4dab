package workshop.completable.answers;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ChainedSteps;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Does not read: what was written will be there. */
@WrongAnswer(value = "order.txt", kind = AnswerKind.PARTIAL_RESULT)
public class BringsWhatItWrote extends ChainedSteps {
  @Override
  public CompletableFuture<byte[]> writeThenRead(Path file, byte[] content, Executor executor) {
    return write(file, content, executor).thenApply(written -> content);
  }
}
