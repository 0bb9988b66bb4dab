package workshop.completable.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import workshop.completable.ChainedSteps;
import workshop.testkit.exercise.WrongAnswer;

/** Right on the disk, and around the exercise: there is nothing to chain. */
@WrongAnswer("A single COPY made copy.txt")
public class CopiesInOneGo extends ChainedSteps {

  @Override
  public CompletableFuture<Void> copy(Path from, Path to, Executor executor) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
          } catch (IOException e) {
            throw new CompletionException(e);
          }
        },
        executor);
  }
}
