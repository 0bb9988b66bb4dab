package workshop.completable.answers;

import java.io.IOException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import workshop.completable.FailurePaths;
import workshop.testkit.exercise.RightAnswer;

/** handle instead of whenComplete, and get instead of join. */
@RightAnswer
public class HandlesBothInOneFunction extends FailurePaths {

  @Override
  public <R> CompletableFuture<R> using(
      Path file,
      Set<? extends OpenOption> options,
      ExecutorService executor,
      Function<AsynchronousFileChannel, CompletableFuture<R>> body) {
    return CompletableFuture.supplyAsync(
            () -> {
              AsynchronousFileChannel channel = open(file, options, executor);
              CompletableFuture<R> outcome;
              try {
                outcome = body.apply(channel);
              } catch (Throwable e) {
                outcome = CompletableFuture.failedFuture(e);
              }
              return outcome
                  .handle((result, failure) -> {
                    try {
                      channel.close();
                    } catch (IOException e) {
                      if (failure == null) {
                        return CompletableFuture.<R>failedFuture(e);
                      }
                      bare(failure).addSuppressed(e);
                    }
                    return failure == null
                        ? CompletableFuture.completedFuture(result)
                        : CompletableFuture.<R>failedFuture(failure);
                  })
                  .thenCompose(closed -> closed);
            },
            executor)
        .thenCompose(outcome -> outcome);
  }

  @Override
  public <T> T await(CompletableFuture<T> future) throws IOException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      Throwable cause = bare(e.getCause());
      if (cause instanceof IOException failure) {
        throw failure;
      }
      if (cause instanceof RuntimeException failure) {
        throw failure;
      }
      if (cause instanceof Error failure) {
        throw failure;
      }
      throw new IOException(cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static Throwable bare(Throwable failure) {
    Throwable bare = failure;
    while (bare instanceof CompletionException && bare.getCause() != null) {
      bare = bare.getCause();
    }
    return bare;
  }
}
