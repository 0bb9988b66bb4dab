package workshop.completable.answers;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ChainedSteps;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** thenAccept takes a function that returns a future, and drops it. */
@WrongAnswer(value = "was made inside a stage and dropped there", kind = AnswerKind.ORDER)
public class DropsTheInnerFuture extends ChainedSteps {

  @Override
  @SuppressWarnings("FutureReturnValueIgnored")
  public CompletableFuture<Void> copy(Path from, Path to, Executor executor) {
    return read(from, executor).thenAccept(bytes -> write(to, bytes, executor));
  }
}
