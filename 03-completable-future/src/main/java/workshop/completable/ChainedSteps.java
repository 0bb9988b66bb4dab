package workshop.completable;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * You do not walk to the storeroom, and you do not wait at its door. You say what is to be done,
 * and what is to be done after that; an assistant calls back when all of it is.
 *
 * <p>Whatever touches the disk runs on the executor that you are given: never on the caller, never
 * on the common pool. And no assistant stands still to wait for another one.
 *
 * <p>Read first: docs/03-completable-future.md
 */
public class ChainedSteps {

  /** Makes {@code file} hold {@code content}. The future completes when it does. */
  public CompletableFuture<Void> write(Path file, byte[] content, Executor executor) {
    // TODO(03-1): let the executor write the file; its IOException fails the future.
    throw new UnsupportedOperationException("TODO(03-1): write on the executor");
  }

  /** The future brings all bytes of {@code file}. */
  public CompletableFuture<byte[]> read(Path file, Executor executor) {
    // TODO(03-1): let the executor read the file.
    throw new UnsupportedOperationException("TODO(03-1): read on the executor");
  }

  /** Writes the file; when that is done, reads it. The future brings what was read. */
  public CompletableFuture<byte[]> writeThenRead(Path file, byte[] content, Executor executor) {
    // TODO(03-1): chain the two steps above.
    throw new UnsupportedOperationException("TODO(03-1): write, then read");
  }

  /** Reads one file; when that is done, writes the other. The future completes after both. */
  public CompletableFuture<Void> copy(Path from, Path to, Executor executor) {
    // TODO(03-1): chain them the other way round, and pass the bytes on.
    throw new UnsupportedOperationException("TODO(03-1): read, then write");
  }
}
