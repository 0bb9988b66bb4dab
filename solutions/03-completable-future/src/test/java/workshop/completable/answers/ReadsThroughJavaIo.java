package workshop.completable.answers;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import workshop.completable.ChainedSteps;
import workshop.testkit.exercise.WrongAnswer;

/** Reads with a FileInputStream. */
@WrongAnswer("does not come from the file")
public class ReadsThroughJavaIo extends ChainedSteps {
  @Override
  public CompletableFuture<byte[]> read(Path file, Executor executor) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            try (FileInputStream in = new FileInputStream(file.toFile())) {
              return in.readAllBytes();
            }
          } catch (IOException e) {
            throw new CompletionException(e);
          }
        },
        executor);
  }
}
