package workshop.completable.answers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import workshop.completable.ChainedSteps;
import workshop.testkit.exercise.RightAnswer;

/** Reads with a stream and a small buffer. */
@RightAnswer
public class ReadsInPieces extends ChainedSteps {
  @Override
  public CompletableFuture<byte[]> read(Path file, Executor executor) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            try (InputStream in = Files.newInputStream(file)) {
              ByteArrayOutputStream all = new ByteArrayOutputStream();
              in.transferTo(all);
              return all.toByteArray();
            }
          } catch (IOException e) {
            throw new CompletionException(e);
          }
        },
        executor);
  }
}
