package workshop.completable.answers;

import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import workshop.completable.FailurePaths;
import workshop.testkit.exercise.RightAnswer;

/** An executor that is shut down throws at the caller. */
@RightAnswer
public class ThrowsARefusalAtTheCaller extends FailurePaths {
  @Override
  public <R> CompletableFuture<R> using(
      Path file,
      Set<? extends OpenOption> options,
      ExecutorService executor,
      Function<AsynchronousFileChannel, CompletableFuture<R>> body) {
    return CompletableFuture.supplyAsync(() -> start(open(file, options, executor), body), executor)
        .thenCompose(outcome -> outcome);
  }
}
