package workshop.completable.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import workshop.completable.ChainedSteps;
import workshop.testkit.exercise.RightAnswer;

/** One task that does one step after the other: nothing to chain. */
@RightAnswer
public class DoesBothInOneTask extends ChainedSteps {

  @Override
  public CompletableFuture<byte[]> writeThenRead(Path file, byte[] content, Executor executor) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            Files.write(file, content);
            return Files.readAllBytes(file);
          } catch (IOException e) {
            throw new CompletionException(e);
          }
        },
        executor);
  }
}
