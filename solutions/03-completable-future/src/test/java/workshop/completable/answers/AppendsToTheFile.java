package workshop.completable.answers;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import workshop.completable.ChainedSteps;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Opens the file for appending. */
@WrongAnswer(value = "append", kind = AnswerKind.INPUT)
public class AppendsToTheFile extends ChainedSteps {
  @Override
  public CompletableFuture<Void> write(Path file, byte[] content, Executor executor) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            Files.write(file, content, CREATE, APPEND);
          } catch (IOException e) {
            throw new CompletionException(e);
          }
        },
        executor);
  }
}
