package workshop.completable.answers;

import java.util.concurrent.CompletableFuture;
import workshop.completable.FailurePaths;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** What join throws is let through. */
@WrongAnswer(value = "Take off the wrapper", kind = AnswerKind.PROMISE)
public class ThrowsTheWrapper extends FailurePaths {

  @Override
  public <T> T await(CompletableFuture<T> future) {
    return future.join();
  }
}
