package workshop.completable.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import workshop.completable.ChainedSteps;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Without a second argument the work goes to the common pool. */
@WrongAnswer(value = "this ran one after another", kind = AnswerKind.CALLER)
public class ForgetsTheExecutor extends ChainedSteps {

  @Override
  public CompletableFuture<byte[]> read(Path file, Executor executor) {
    return CompletableFuture.supplyAsync(() -> {
      try {
        return Files.readAllBytes(file);
      } catch (IOException e) {
        throw new CompletionException(e);
      }
    });
  }
}
