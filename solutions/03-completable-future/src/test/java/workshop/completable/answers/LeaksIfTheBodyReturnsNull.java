package workshop.completable.answers;

import java.nio.channels.AsynchronousFileChannel;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import workshop.completable.FailurePaths;
import workshop.testkit.exercise.WrongAnswer;

/** Attaches the close to what the body returned, which may be null. */
@WrongAnswer("The body returned null")
public class LeaksIfTheBodyReturnsNull extends FailurePaths {
  @Override
  protected <R> CompletableFuture<R> start(
      AsynchronousFileChannel channel,
      Function<AsynchronousFileChannel, CompletableFuture<R>> body) {
    CompletableFuture<R> outcome;
    try {
      outcome = body.apply(channel);
    } catch (Throwable e) {
      outcome = CompletableFuture.failedFuture(e);
    }
    return outcome.whenComplete((result, failure) -> close(channel, failure));
  }
}
