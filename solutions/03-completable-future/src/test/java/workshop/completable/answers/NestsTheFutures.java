package workshop.completable.answers;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ChainedSteps;
import workshop.testkit.exercise.WrongAnswer;

/** A future of a future: done as soon as the inner one has been made. */
@WrongAnswer("belongs into thenCompose")
public class NestsTheFutures extends ChainedSteps {

  @Override
  public CompletableFuture<Void> copy(Path from, Path to, Executor executor) {
    CompletableFuture<CompletableFuture<Void>> nested =
        read(from, executor).thenApply(bytes -> write(to, bytes, executor));
    return nested.thenRun(() -> {});
  }
}
