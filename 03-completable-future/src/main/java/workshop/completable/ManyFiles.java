package workshop.completable;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * A table of twenty orders at once. Send one assistant and the guests wait; send twenty and they
 * stand in each other's way. Send as many as fit through the door.
 *
 * <p>At most {@code limit} files are open at any moment, and as many are as long as there is work.
 * Results come in the order of {@code files}, whoever is back first. The caller does not wait.
 *
 * <p>Read first: docs/03-completable-future.md
 */
public class ManyFiles {

  /** What became of one file. */
  public sealed interface Result {

    /** It was read. */
    record Content(Path file, byte[] bytes) implements Result {}

    /** It could not be read; {@code reason} is the error of the disk itself, not a wrapper. */
    record Failure(Path file, Throwable reason) implements Result {}
  }

  /**
   * All or nothing: the future brings the content of every file. The first failure fails it at
   * once, and from then on no further file is opened. The same goes for cancelling it.
   *
   * @throws IllegalArgumentException if {@code limit} is not positive
   */
  public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
    // TODO(03-5): at most limit at a time, in order, stopped by the first failure.
    throw new UnsupportedOperationException("TODO(03-5): read many files, all or nothing");
  }

  /**
   * As much as there is: the future brings one result per file. A failure loses no other file.
   *
   * @throws IllegalArgumentException if {@code limit} is not positive
   */
  public CompletableFuture<List<Result>> tryAll(List<Path> files, int limit, Executor executor) {
    // TODO(03-5): the same, but a failure is a result like any other.
    throw new UnsupportedOperationException("TODO(03-5): read many files, as many as there are");
  }
}
