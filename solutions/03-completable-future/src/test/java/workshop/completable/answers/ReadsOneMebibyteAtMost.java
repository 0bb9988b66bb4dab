package workshop.completable.answers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import workshop.completable.ChainedSteps;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** The buffer has a fixed size. */
@WrongAnswer(value = "The rest of the file is missing", kind = AnswerKind.INPUT)
public class ReadsOneMebibyteAtMost extends ChainedSteps {
  @Override
  public CompletableFuture<byte[]> read(Path file, Executor executor) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            try (InputStream in = Files.newInputStream(file)) {
              return in.readNBytes(1 << 20);
            }
          } catch (IOException e) {
            throw new CompletionException(e);
          }
        },
        executor);
  }
}
