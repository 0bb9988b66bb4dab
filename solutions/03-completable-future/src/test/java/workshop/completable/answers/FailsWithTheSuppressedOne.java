package workshop.completable.answers;

import java.io.IOException;
import java.nio.channels.AsynchronousFileChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import workshop.completable.FailurePaths;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Adds the failure of the close to the wrapper, which is thrown away. */
@WrongAnswer(value = "suppressed", kind = AnswerKind.PROMISE)
public class FailsWithTheSuppressedOne extends FailurePaths {
  @Override
  protected <R> CompletableFuture<R> closeAfter(
      CompletableFuture<R> outcome, AsynchronousFileChannel channel) {
    return outcome.whenComplete((result, failure) -> {
      try {
        channel.close();
      } catch (IOException e) {
        if (failure == null) {
          throw new CompletionException(e);
        }
        new CompletionException(failure).addSuppressed(e);
      }
    });
  }
}
