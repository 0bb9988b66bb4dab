package workshop.completable;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Twenty orders arrive at once. With one assistant the guests wait; twenty assistants stand in each
 * other's way. The chef sends as many as fit through the storeroom's door.
 *
 * <p>At most {@code limit} files are open at any moment, and that many as long as there is work.
 * Results come in the order of {@code files}, whichever file is read first. The caller does not
 * wait.
 *
 * <p>Read first: docs/03-completable-future.md
 */
public class ManyFiles {

  /** What became of one file. */
  public sealed interface Result {

    /** The file was read. */
    record Content(Path file, byte[] bytes) implements Result {}

    /** Reading the file threw {@code reason}, which is no wrapper. */
    record Failure(Path file, Throwable reason) implements Result {}
  }

  /**
   * All or nothing: the future completes with the content of every file. The first failure fails it
   * at once, and from then on no further file is opened. Canceling the future does the same.
   *
   * @throws IllegalArgumentException if {@code limit} is not positive
   */
  public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
    // TODO(03-5): read at most limit files at the same time; fail fast, and stop the others then.
    throw new UnsupportedOperationException("TODO(03-5): read all, at most limit at once");
  }

  /**
   * Whatever can be read: the future completes with one result per file. Canceling the future has
   * the same effect as in {@code readAll}.
   *
   * @throws IllegalArgumentException if {@code limit} is not positive
   */
  public CompletableFuture<List<Result>> tryAll(List<Path> files, int limit, Executor executor) {
    // TODO(03-5): the same, but a failure becomes a result and stops nothing.
    throw new UnsupportedOperationException("TODO(03-5): try all, one result per file");
  }
}
