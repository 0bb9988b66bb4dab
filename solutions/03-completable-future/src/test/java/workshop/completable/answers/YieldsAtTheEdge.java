package workshop.completable.answers;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import workshop.completable.FailurePaths;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Yields between two questions, and still keeps a core busy. */
@WrongAnswer(value = "computes without a pause", kind = AnswerKind.CALLER)
public class YieldsAtTheEdge extends FailurePaths {

  @Override
  public <T> T await(CompletableFuture<T> future) throws IOException {
    while (!future.isDone()) {
      Thread.yield();
    }
    return super.await(future);
  }
}
