package workshop.completable;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * The chef no longer waits at the storeroom's door. The chef says what to fetch and what to do with
 * it, and an assistant calls back when all of that is done.
 *
 * <p>Every disk operation runs on the executor that the method gets: never on the caller's thread,
 * never on the common pool. No thread of the executor waits for another one.
 *
 * <p>Read first: docs/03-completable-future.md
 */
public class ChainedSteps {

  /**
   * Replaces the content of {@code file} with {@code content}, which the caller leaves unchanged
   * until the future completes.
   */
  public CompletableFuture<Void> write(Path file, byte[] content, Executor executor) {
    // TODO(03-1): let the executor write the file; an IOException fails the future.
    throw new UnsupportedOperationException("TODO(03-1): write on the executor");
  }

  /** Reads {@code file}. The future completes with all of its bytes. */
  public CompletableFuture<byte[]> read(Path file, Executor executor) {
    // TODO(03-1): let the executor read the file.
    throw new UnsupportedOperationException("TODO(03-1): read on the executor");
  }

  /** Writes the file, then reads it. The future completes with the bytes that were read. */
  public CompletableFuture<byte[]> writeThenRead(Path file, byte[] content, Executor executor) {
    // TODO(03-1): chain the two steps above.
    throw new UnsupportedOperationException("TODO(03-1): write, then read");
  }

  /** Reads one file, then writes the other. The future completes after both steps. */
  public CompletableFuture<Void> copy(Path from, Path to, Executor executor) {
    // TODO(03-1): chain the two steps the other way around, and pass on the bytes.
    throw new UnsupportedOperationException("TODO(03-1): read, then write");
  }
}
