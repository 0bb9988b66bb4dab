package workshop.completable.answers;

import static java.nio.file.StandardOpenOption.CREATE_NEW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import workshop.completable.ChainedSteps;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Creates the file only if it is absent. */
@WrongAnswer(value = "exist", kind = AnswerKind.INPUT)
public class RefusesAFileThatExists extends ChainedSteps {
  @Override
  public CompletableFuture<Void> write(Path file, byte[] content, Executor executor) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            Files.write(file, content, CREATE_NEW);
          } catch (IOException e) {
            throw new CompletionException(e);
          }
        },
        executor);
  }
}
