package workshop.completable.answers;

import java.io.IOException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;
import workshop.completable.FailurePaths;
import workshop.testkit.exercise.RightAnswer;

/** One future, completed by hand when all is done; closed on the executor. */
@RightAnswer
public class CompletesOneFutureByHand extends FailurePaths {

  @Override
  public <R> CompletableFuture<R> using(
      Path file,
      Set<? extends OpenOption> options,
      ExecutorService executor,
      Function<AsynchronousFileChannel, CompletableFuture<R>> body) {
    CompletableFuture<R> closed = new CompletableFuture<>();
    executor.execute(() -> {
      AsynchronousFileChannel channel;
      try {
        channel = AsynchronousFileChannel.open(file, options, executor);
      } catch (Throwable e) {
        closed.completeExceptionally(e);
        return;
      }
      try {
        body.apply(channel).whenComplete((result, e) -> end(channel, result, e, closed));
      } catch (Throwable e) {
        end(channel, null, e, closed);
      }
    });
    return closed;
  }

  private static <R> void end(
      AsynchronousFileChannel channel, R result, Throwable thrown, CompletableFuture<R> closed) {
    Throwable failure =
        thrown instanceof CompletionException && thrown.getCause() != null
            ? thrown.getCause()
            : thrown;
    try {
      channel.close();
    } catch (IOException e) {
      if (failure == null) {
        failure = e;
      } else {
        failure.addSuppressed(e);
      }
    }
    if (failure == null) {
      closed.complete(result);
    } else {
      closed.completeExceptionally(failure);
    }
  }

  @Override
  public CompletableFuture<byte[]> orIfMissing(CompletableFuture<byte[]> reading, byte[] fallback) {
    CompletableFuture<byte[]> recovered = new CompletableFuture<>();
    reading.whenComplete((bytes, thrown) -> {
      Throwable failure = thrown;
      while (failure instanceof CompletionException && failure.getCause() != null) {
        failure = failure.getCause();
      }
      if (failure instanceof NoSuchFileException) {
        recovered.complete(fallback);
      } else if (failure != null) {
        recovered.completeExceptionally(failure);
      } else {
        recovered.complete(bytes);
      }
    });
    return recovered;
  }
}
