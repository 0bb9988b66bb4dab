package workshop.completable.answers;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ChainedSteps;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Occupies a thread of the executor while it waits for another one. */
@WrongAnswer(value = "Do not wait inside a stage", kind = AnswerKind.CALLER)
public class JoinsInsideAStage extends ChainedSteps {

  @Override
  public CompletableFuture<byte[]> writeThenRead(Path file, byte[] content, Executor executor) {
    return write(file, content, executor)
        .thenApplyAsync(written -> read(file, executor).join(), executor);
  }
}
