package workshop.completable.answers;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import workshop.completable.FailurePaths;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Asks without a pause whether it is done, and keeps a core busy with it. */
@WrongAnswer(value = "computes without a pause", kind = AnswerKind.CALLER)
public class SpinsAtTheEdge extends FailurePaths {

  @Override
  public <T> T await(CompletableFuture<T> future) throws IOException {
    while (!future.isDone()) {
      Thread.onSpinWait();
    }
    return super.await(future);
  }
}
