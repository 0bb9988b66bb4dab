package workshop.completable;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Twenty orders arrive at once. With one assistant, the guests wait. Twenty assistants get in each
 * other's way. The chef sends as many as fit through the storeroom's door.
 *
 * <p>At most {@code limit} files are open at any moment, and exactly that many while there is
 * enough work. Results come in the order of {@code files}, no matter which file is read first. The
 * caller does not wait.
 *
 * <p>Read first: docs/03-completable-future.md
 */
public class ManyFiles {

  /** The outcome for one file. */
  public sealed interface Result {

    /** The file was read. */
    record Content(Path file, byte[] bytes) implements Result {}

    /** Reading the file threw {@code reason}, which is not a wrapper. */
    record Failure(Path file, Throwable reason) implements Result {}
  }

  /**
   * All or nothing: the future completes with the content of every file. The first failure fails it
   * at once, and after that, no further file is opened. Canceling the future has the same effect.
   *
   * @throws IllegalArgumentException if {@code limit} is not positive
   */
  public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
    // TODO(03-5): read at most limit files at the same time; fail fast, and then stop the others.
    throw new UnsupportedOperationException("TODO(03-5): read all, at most limit at once");
  }

  /**
   * Reads whatever can be read: the future completes with one result per file. Canceling the future
   * has the same effect as in {@code readAll}.
   *
   * @throws IllegalArgumentException if {@code limit} is not positive
   */
  public CompletableFuture<List<Result>> tryAll(List<Path> files, int limit, Executor executor) {
    // TODO(03-5): the same, but a failure becomes a result and does not stop the others.
    throw new UnsupportedOperationException("TODO(03-5): try all, one result per file");
  }
}
