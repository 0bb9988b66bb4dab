package workshop.completable.answers;

import java.nio.channels.AsynchronousFileChannel;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import workshop.completable.FailurePaths;
import workshop.testkit.exercise.RightAnswer;

/** handle makes a future of either outcome. */
@RightAnswer
public class HandlesThenComposes extends FailurePaths {
  @Override
  protected <R> CompletableFuture<R> start(
      AsynchronousFileChannel channel,
      Function<AsynchronousFileChannel, CompletableFuture<R>> body) {
    CompletableFuture<R> outcome;
    try {
      outcome = Objects.requireNonNull(body.apply(channel));
    } catch (Throwable e) {
      outcome = CompletableFuture.failedFuture(e);
    }
    return outcome
        .handle((result, failure) -> {
          close(channel, failure);
          return failure == null
              ? CompletableFuture.completedFuture(result)
              : CompletableFuture.<R>failedFuture(failure);
        })
        .thenCompose(same -> same);
  }
}
