package workshop.completable.answers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ChainedSteps;
import workshop.testkit.exercise.RightAnswer;

/** Wraps the error of the disk once more. */
@RightAnswer
public class FailsWithAnUncheckedException extends ChainedSteps {
  @Override
  public CompletableFuture<Void> write(Path file, byte[] content, Executor executor) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            Files.write(file, content);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        executor);
  }
}
