package workshop.completable.answers;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import workshop.completable.FailurePaths;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Asks, sleeps for a while, and asks again. */
@WrongAnswer(value = "by the clock", kind = AnswerKind.CALLER)
public class SleepsAtTheEdge extends FailurePaths {

  @Override
  public <T> T await(CompletableFuture<T> future) throws IOException {
    while (!future.isDone()) {
      try {
        Thread.sleep(1);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      }
    }
    return super.await(future);
  }
}
