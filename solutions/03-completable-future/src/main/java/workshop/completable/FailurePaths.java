package workshop.completable;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;

/**
 * An assistant who returns with bad news says exactly what went wrong, and closes every door on the
 * way out.
 *
 * <p>The same failure arrives bare on one stage and wrapped in a {@link CompletionException} on the
 * next. Unwrap it once, at the edge of the program, where a thread waits for the result. Close the
 * channel on every path, after the work has ended.
 *
 * <p>Read first: docs/03-completable-future.md
 */
public class FailurePaths {

  /**
   * Opens {@code file} on {@code executor}, lets {@code body} use the channel, closes it when the
   * body's future is done, and then completes in the same way. A failed close fails the future, or
   * is suppressed if the body failed first.
   */
  public <R> CompletableFuture<R> using(
      Path file,
      Set<? extends OpenOption> options,
      ExecutorService executor,
      Function<AsynchronousFileChannel, CompletableFuture<R>> body) {
    // One task opens the file, starts the body and attaches the close, so the executor cannot
    // reject one of these steps. If it rejects the task itself, the stage fails.
    return CompletableFuture.completedFuture(file)
        .thenComposeAsync(path -> start(open(path, options, executor), body), executor);
  }

  /** Starts the body. The returned future completes after the close. */
  protected <R> CompletableFuture<R> start(
      AsynchronousFileChannel channel,
      Function<AsynchronousFileChannel, CompletableFuture<R>> body) {
    CompletableFuture<R> outcome;
    try {
      outcome = Objects.requireNonNull(body.apply(channel), "body returned null, not a future");
    } catch (Throwable e) {
      outcome = CompletableFuture.failedFuture(e);
    }
    return closeAfter(outcome, channel);
  }

  /** Closes the channel when the body is done. The returned future completes after the close. */
  protected <R> CompletableFuture<R> closeAfter(
      CompletableFuture<R> outcome, AsynchronousFileChannel channel) {
    // whenComplete returns a future that completes after the close; outcome itself is done before.
    return outcome.whenComplete((result, failure) -> {
      try {
        channel.close();
      } catch (IOException e) {
        if (failure == null) {
          throw new CompletionException(e);
        }
        if (!e.equals(unwrapped(failure))) { // an exception cannot suppress itself
          unwrapped(failure).addSuppressed(e);
        }
      }
    });
  }

  /** Completes like {@code reading}, but with {@code fallback} if the file is missing. */
  public CompletableFuture<byte[]> orIfMissing(CompletableFuture<byte[]> reading, byte[] fallback) {
    return reading.exceptionallyCompose(failure ->
        unwrapped(failure) instanceof NoSuchFileException
            ? CompletableFuture.completedFuture(fallback)
            : CompletableFuture.failedFuture(failure));
  }

  /** Waits, and returns the result, or throws what the future failed with, without its wrappers. */
  public <T> T await(CompletableFuture<T> future) throws IOException {
    try {
      return future.get();
    } catch (ExecutionException wrapper) {
      switch (unwrapped(future.exceptionNow())) {
        case IOException e -> throw e;
        case RuntimeException e -> throw e;
        case Error e -> throw e;
        case Throwable e -> throw new IOException(e.toString(), e); // a checked one
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // catching it has cleared the flag
      InterruptedIOException interrupted = new InterruptedIOException("interrupted while waiting");
      interrupted.initCause(e);
      throw interrupted;
    }
  }

  /** The same failure is bare on the stage that failed and wrapped on every stage after it. */
  protected static Throwable unwrapped(Throwable failure) {
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
