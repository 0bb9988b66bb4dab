package workshop.completable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
    // Without the second argument this would be the common pool: with two cores, a single thread.
    return CompletableFuture.runAsync(
        () -> {
          try {
            Files.write(file, content);
          } catch (IOException e) {
            throw new CompletionException(e); // the wrapper that every stage uses: no second one
          }
        },
        executor);
  }

  /** The future brings all bytes of {@code file}. */
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

  /** Writes the file; when that is done, reads it. The future brings what was read. */
  public CompletableFuture<byte[]> writeThenRead(Path file, byte[] content, Executor executor) {
    // thenApply would give a future of a future. The function may run on the caller's thread, which
    // does no harm: it only starts the read, on the executor.
    return write(file, content, executor).thenCompose(written -> read(file, executor));
  }

  /** Reads one file; when that is done, writes the other. The future completes after both. */
  public CompletableFuture<Void> copy(Path from, Path to, Executor executor) {
    // thenAccept would compile too, and forget the write: done before the copy is there.
    return read(from, executor).thenCompose(bytes -> write(to, bytes, executor));
  }
}
