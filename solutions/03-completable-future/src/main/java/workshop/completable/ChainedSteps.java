package workshop.completable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
    // Without an executor, this would run on the common pool, which has one thread on two cores.
    return CompletableFuture.runAsync(
        () -> {
          try {
            Files.write(file, content);
          } catch (IOException e) {
            throw new CompletionException(e); // the wrapper that every stage uses anyway
          }
        },
        executor);
  }

  /** Reads {@code file}. The future completes with all of its bytes. */
  public CompletableFuture<byte[]> read(Path file, Executor executor) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return Files.readAllBytes(file);
          } catch (IOException e) {
            throw new CompletionException(e);
          }
        },
        executor);
  }

  /** Writes the file, then reads it. The future completes with the bytes that were read. */
  public CompletableFuture<byte[]> writeThenRead(Path file, byte[] content, Executor executor) {
    // thenApply would return a future of a future. This function may run on the caller's thread,
    // which does no harm: it only starts the read, and the executor does it.
    return write(file, content, executor).thenCompose(written -> read(file, executor));
  }

  /** Reads one file, then writes the other. The future completes after both steps. */
  public CompletableFuture<Void> copy(Path from, Path to, Executor executor) {
    // thenAccept compiles as well, but its future would complete before the write has ended.
    return read(from, executor).thenCompose(bytes -> write(to, bytes, executor));
  }
}
