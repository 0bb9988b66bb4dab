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

/** A stage without Async that is chained late runs on the caller. */
@WrongAnswer(value = "you blocked the caller", kind = AnswerKind.CALLER)
public class LetsTheCallerDoTheRest extends ChainedSteps {

  @Override
  public CompletableFuture<byte[]> writeThenRead(Path file, byte[] content, Executor executor) {
    return write(file, content, executor)
        .thenApply(written -> {
          try {
            return Files.readAllBytes(file);
          } catch (IOException e) {
            throw new CompletionException(e);
          }
        });
  }
}
