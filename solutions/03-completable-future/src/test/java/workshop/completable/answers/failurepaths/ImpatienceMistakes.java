package workshop.completable.answers.failurepaths;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import workshop.completable.FailurePaths;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link FailurePaths} that stop waiting too early. */
@Mistakes(AnswerKind.IMPATIENCE)
final class ImpatienceMistakes {

  private ImpatienceMistakes() {}

  /** Waits for three seconds at most. */
  @WrongAnswer("waits only for a limited time")
  public static class GivesUpWaiting extends FailurePaths {
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
}
