package workshop.completable.answers;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import workshop.completable.ChainedSteps;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** The caller gets an empty result, and takes it for the file. */
@WrongAnswer(value = "An error was swallowed", kind = AnswerKind.PARTIAL_RESULT)
public class TurnsAFailureIntoNothing extends ChainedSteps {

  @Override
  public CompletableFuture<byte[]> read(Path file, Executor executor) {
    return super.read(file, executor).exceptionally(failure -> new byte[0]);
  }
}
