package workshop.completable.answers;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ChainedSteps;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** A future of a future: done as soon as the inner one has been made. */
@WrongAnswer(value = "was made inside a stage and dropped there", kind = AnswerKind.ORDER)
public class NestsTheFutures extends ChainedSteps {

  @Override
  public CompletableFuture<Void> copy(Path from, Path to, Executor executor) {
    CompletableFuture<CompletableFuture<Void>> nested =
        read(from, executor).thenApply(bytes -> write(to, bytes, executor));
    return nested.thenRun(() -> {});
  }
}
