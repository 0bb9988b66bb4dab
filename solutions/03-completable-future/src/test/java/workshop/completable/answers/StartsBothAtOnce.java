package workshop.completable.answers;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ChainedSteps;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Combines what should follow one another. */
@WrongAnswer(value = "Both steps were started together", kind = AnswerKind.ORDER)
public class StartsBothAtOnce extends ChainedSteps {

  @Override
  public CompletableFuture<byte[]> writeThenRead(Path file, byte[] content, Executor executor) {
    CompletableFuture<Void> written = write(file, content, executor);
    CompletableFuture<byte[]> read = read(file, executor);
    return written.thenCombine(read, (nothing, bytes) -> bytes);
  }
}
