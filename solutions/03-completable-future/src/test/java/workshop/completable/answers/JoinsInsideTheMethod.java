package workshop.completable.answers;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ChainedSteps;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Hands the work over, and then waits for it: the caller is no freer than before. */
@WrongAnswer(value = "you blocked the caller", kind = AnswerKind.CALLER)
public class JoinsInsideTheMethod extends ChainedSteps {

  @Override
  public CompletableFuture<byte[]> read(Path file, Executor executor) {
    byte[] bytes = super.read(file, executor).join();
    return CompletableFuture.completedFuture(bytes);
  }
}
