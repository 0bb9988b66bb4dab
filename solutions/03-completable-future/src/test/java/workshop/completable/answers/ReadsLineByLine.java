package workshop.completable.answers;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import workshop.completable.ChainedSteps;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Puts the lines together again, and loses the last line break. */
@WrongAnswer(value = "Only line breaks differ", kind = AnswerKind.INPUT)
public class ReadsLineByLine extends ChainedSteps {
  @Override
  public CompletableFuture<byte[]> read(Path file, Executor executor) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return String.join("\n", Files.readAllLines(file, ISO_8859_1)).getBytes(ISO_8859_1);
          } catch (IOException e) {
            throw new CompletionException(e);
          }
        },
        executor);
  }
}
