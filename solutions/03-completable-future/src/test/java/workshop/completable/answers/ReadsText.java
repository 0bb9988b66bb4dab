package workshop.completable.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import workshop.completable.ChainedSteps;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Makes a string of the bytes, and bytes of the string. */
@WrongAnswer(value = "went through a String", kind = AnswerKind.INPUT)
public class ReadsText extends ChainedSteps {
  @Override
  public CompletableFuture<byte[]> read(Path file, Executor executor) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return new String(Files.readAllBytes(file), UTF_8).getBytes(UTF_8);
          } catch (IOException e) {
            throw new CompletionException(e);
          }
        },
        executor);
  }
}
