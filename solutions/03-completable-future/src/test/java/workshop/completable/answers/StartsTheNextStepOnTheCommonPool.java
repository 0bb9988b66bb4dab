package workshop.completable.answers;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ChainedSteps;
import workshop.testkit.exercise.RightAnswer;

/** Only the start of the second step is on the common pool: the executor does the step. */
@RightAnswer
public class StartsTheNextStepOnTheCommonPool extends ChainedSteps {
  @Override
  public CompletableFuture<byte[]> writeThenRead(Path file, byte[] content, Executor executor) {
    return write(file, content, executor).thenComposeAsync(written -> read(file, executor));
  }
}
