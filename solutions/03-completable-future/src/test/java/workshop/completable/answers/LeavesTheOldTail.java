package workshop.completable.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import workshop.completable.ChainedSteps;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Writes over what is there, and leaves what is behind it. */
@WrongAnswer(value = "order.txt", kind = AnswerKind.INPUT)
public class LeavesTheOldTail extends ChainedSteps {
  @Override
  public CompletableFuture<Void> write(Path file, byte[] content, Executor executor) {
    return CompletableFuture.runAsync(
        () -> {
          try {
            Files.write(file, content, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          } catch (IOException e) {
            throw new CompletionException(e);
          }
        },
        executor);
  }
}
