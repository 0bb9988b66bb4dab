package workshop.completable.answers;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import workshop.completable.ChainedSteps;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Makes an executor for each call, and leaves it behind. */
@WrongAnswer(value = "executor", kind = AnswerKind.RESOURCE)
public class OpensAPoolPerCall extends ChainedSteps {
  @Override
  public CompletableFuture<byte[]> read(Path file, Executor executor) {
    return super.read(file, Executors.newSingleThreadExecutor());
  }
}
