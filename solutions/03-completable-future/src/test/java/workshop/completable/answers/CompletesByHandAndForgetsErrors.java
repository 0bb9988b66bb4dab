package workshop.completable.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ChainedSteps;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Completes the future by hand, for every outcome that came to mind. */
@WrongAnswer(value = "no thread is left that could complete it", kind = AnswerKind.PROMISE)
public class CompletesByHandAndForgetsErrors extends ChainedSteps {

  @Override
  public CompletableFuture<byte[]> read(Path file, Executor executor) {
    CompletableFuture<byte[]> read = new CompletableFuture<>();
    executor.execute(() -> {
      try {
        read.complete(Files.readAllBytes(file));
      } catch (IOException e) {
        read.completeExceptionally(e);
      }
    });
    return read;
  }
}
