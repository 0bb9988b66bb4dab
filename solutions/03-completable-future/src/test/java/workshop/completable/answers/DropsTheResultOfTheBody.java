package workshop.completable.answers;

import java.nio.channels.AsynchronousFileChannel;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import workshop.completable.FailurePaths;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.WrongAnswer;

/** Closes in handle, and forgets to pass the result on. */
@WrongAnswer(value = "result", kind = AnswerKind.PARTIAL_RESULT)
public class DropsTheResultOfTheBody extends FailurePaths {
  @Override
  protected <R> CompletableFuture<R> start(
      AsynchronousFileChannel channel,
      Function<AsynchronousFileChannel, CompletableFuture<R>> body) {
    return super.start(channel, body).thenApply(result -> null);
  }
}
