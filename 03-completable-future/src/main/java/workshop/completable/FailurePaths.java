package workshop.completable;

import java.io.IOException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
    // TODO(03-3): open, start the body, close when its future is done, even after a failure.
    throw new UnsupportedOperationException("TODO(03-3): open, work, close on every path");
  }

  /** Completes like {@code reading}, but with {@code fallback} if the file is missing. */
  public CompletableFuture<byte[]> orIfMissing(CompletableFuture<byte[]> reading, byte[] fallback) {
    // TODO(03-3): recover from a NoSuchFileException, bare or wrapped; pass on every other failure.
    throw new UnsupportedOperationException("TODO(03-3): recover from a missing file only");
  }

  /** Waits, and returns the result, or throws what the future failed with, without its wrappers. */
  public <T> T await(CompletableFuture<T> future) throws IOException {
    // TODO(03-3): wait, and unwrap the failure.
    throw new UnsupportedOperationException("TODO(03-3): unwrap at the edge");
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
