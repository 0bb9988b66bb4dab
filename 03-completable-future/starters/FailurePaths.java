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
  public <R> CompletableFuture<R> using(
      Path file,
      Set<? extends OpenOption> options,
      ExecutorService executor,
      Function<AsynchronousFileChannel, CompletableFuture<R>> body) {
    // TODO(03-3): open, start the body, close after it: also when it fails, also when it throws.
    throw new UnsupportedOperationException("TODO(03-3): open, work, close on every path");
  }

  /** Has the outcome of {@code reading}, but {@code fallback} if the file is missing. */
  public CompletableFuture<byte[]> orIfMissing(CompletableFuture<byte[]> reading, byte[] fallback) {
    // TODO(03-3): recover from a NoSuchFileException, bare or wrapped; let all else pass.
    throw new UnsupportedOperationException("TODO(03-3): recover from a missing file only");
  }

  /** Waits. Returns the result, or throws the failure as it was first thrown: not a wrapper. */
  public <T> T await(CompletableFuture<T> future) throws IOException {
    // TODO(03-3): join, and unwrap the failure.
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
