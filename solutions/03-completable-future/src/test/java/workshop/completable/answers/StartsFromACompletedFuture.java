package workshop.completable.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import workshop.completable.ChainedSteps;
import workshop.testkit.exercise.RightAnswer;

/** A stage on the executor after a future that is complete from the start. */
@RightAnswer
public class StartsFromACompletedFuture extends ChainedSteps {
  @Override
  public CompletableFuture<byte[]> read(Path file, Executor executor) {
    return CompletableFuture.completedFuture(file)
        .thenApplyAsync(
            path -> {
              try {
                return Files.readAllBytes(path);
              } catch (IOException e) {
                throw new CompletionException(e);
              }
            },
            executor);
  }
}
