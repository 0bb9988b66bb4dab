package workshop.completable;

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

/**
 * When an assistant comes back with bad news, you want to hear that news, not that there was news.
 * And the storeroom's door must be shut behind everybody, whatever happened inside.
 *
 * <p>A failure may reach you bare, or wrapped in a {@link CompletionException}, depending on how
 * many stages it has passed. Unwrap it once, at the edge; and close on every path, after the work,
 * before anybody is told.
 *
 * <p>Read first: docs/03-completable-future.md
 */
public class FailurePaths {

  /**
   * Opens {@code file} on {@code executor}, lets {@code body} work with the channel, and closes it
   * when the body's future is done. Returns a future with the same outcome, done after the close. A
   * close that fails is a failure; after a failure of the body it is suppressed.
   */
  @SuppressWarnings("FutureReturnValueIgnored") // the inner future is not: thenCompose waits for it
  public <R> CompletableFuture<R> using(
      Path file,
      Set<? extends OpenOption> options,
      ExecutorService executor,
      Function<AsynchronousFileChannel, CompletableFuture<R>> body) {
    // One task opens, starts and attaches the close: between the three nothing can be refused.
    return CompletableFuture.supplyAsync(
            () -> started(open(file, options, executor), body), executor)
        .thenCompose(outcome -> outcome);
  }

  private static <R> CompletableFuture<R> started(
      AsynchronousFileChannel channel,
      Function<AsynchronousFileChannel, CompletableFuture<R>> body) {
    CompletableFuture<R> outcome;
    try {
      outcome = body.apply(channel);
    } catch (Throwable e) {
      outcome = CompletableFuture.failedFuture(e);
    }
    // Returned is what whenComplete returns, not what it is called on: that one is done too early.
    return outcome.whenComplete((result, failure) -> {
      try {
        channel.close();
      } catch (IOException e) {
        if (failure == null) {
          throw new CompletionException(e);
        }
        unwrapped(failure).addSuppressed(e);
      }
    });
  }

  /** Has the outcome of {@code reading}, but {@code fallback} if the file is missing. */
  public CompletableFuture<byte[]> orIfMissing(CompletableFuture<byte[]> reading, byte[] fallback) {
    return reading.exceptionallyCompose(failure ->
        unwrapped(failure) instanceof NoSuchFileException
            ? CompletableFuture.completedFuture(fallback)
            : CompletableFuture.failedFuture(failure));
  }

  /** Waits. Returns the result, or throws the failure as it was first thrown: not a wrapper. */
  public <T> T await(CompletableFuture<T> future) throws IOException {
    try {
      return future.join();
    } catch (CompletionException wrapper) {
      switch (unwrapped(wrapper)) {
        case IOException e -> throw e;
        case RuntimeException e -> throw e;
        case Error e -> throw e;
        case Throwable e ->
            throw new IOException(e.toString(), e); // no signature promised this one
      }
    }
  }

  /** The same failure is bare on the stage that failed and wrapped on those after it. */
  private static Throwable unwrapped(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? unwrapped(cause) : failure;
  }

  /** Opens the channel, for use inside a stage: the failure is wrapped as a stage would wrap it. */
  protected static AsynchronousFileChannel open(
      Path file, Set<? extends OpenOption> options, ExecutorService executor) {
    try {
      return AsynchronousFileChannel.open(file, options, executor);
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }
}
