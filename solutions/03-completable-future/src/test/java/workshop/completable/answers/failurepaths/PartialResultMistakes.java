package workshop.completable.answers.failurepaths;

import java.nio.channels.AsynchronousFileChannel;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import workshop.completable.FailurePaths;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link FailurePaths} that treat a partial result, or none, as success. */
@Mistakes(AnswerKind.PARTIAL_RESULT)
final class PartialResultMistakes {

  private PartialResultMistakes() {}

  /** Closes in handle, and forgets to pass the result on. */
  @WrongAnswer("result")
  public static class DropsTheResultOfTheBody extends FailurePaths {
    @Override
    protected <R> CompletableFuture<R> start(
        AsynchronousFileChannel channel,
        Function<AsynchronousFileChannel, CompletableFuture<R>> body) {
      return super.start(channel, body).thenApply(result -> null);
    }
  }
}
