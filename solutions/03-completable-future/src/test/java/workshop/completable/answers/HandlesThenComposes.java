package workshop.completable.answers;

import java.io.IOException;
import java.nio.channels.AsynchronousFileChannel;
import java.util.concurrent.CompletableFuture;
import workshop.completable.FailurePaths;
import workshop.testkit.exercise.RightAnswer;

/** handle makes a future of either outcome. */
@RightAnswer
public class HandlesThenComposes extends FailurePaths {
  @Override
  protected <R> CompletableFuture<R> closeAfter(
      CompletableFuture<R> outcome, AsynchronousFileChannel channel) {
    return outcome
        .handle((result, failure) -> {
          try {
            channel.close();
          } catch (IOException e) {
            if (failure == null) {
              return CompletableFuture.<R>failedFuture(e);
            }
            unwrapped(failure).addSuppressed(e);
          }
          return failure == null
              ? CompletableFuture.completedFuture(result)
              : CompletableFuture.<R>failedFuture(failure);
        })
        .thenCompose(same -> same);
  }
}
