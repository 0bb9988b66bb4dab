package workshop.completable.answers;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import workshop.completable.FailurePaths;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Waits for three seconds at most. */
@WrongAnswer(value = "waits for a limited time only", kind = AnswerKind.IMPATIENCE)
public class GivesUpWaiting extends FailurePaths {
  @Override
  public <T> T await(CompletableFuture<T> future) throws IOException {
    try {
      future.get(3, SECONDS);
    } catch (TimeoutException e) {
      throw new IOException(e);
    } catch (Exception e) {
      return super.await(future);
    }
    return super.await(future);
  }
}
