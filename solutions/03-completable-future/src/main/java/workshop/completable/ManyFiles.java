package workshop.completable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

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
    byte[][] contents = new byte[files.size()][];
    return inLanes(
        files.size(),
        limit,
        executor,
        i -> contents[i] = Files.readAllBytes(files.get(i)),
        () -> Arrays.asList(contents));
  }

  /**
   * As much as there is: the future brings one result per file. A failure loses no other file.
   *
   * @throws IllegalArgumentException if {@code limit} is not positive
   */
  public CompletableFuture<List<Result>> tryAll(List<Path> files, int limit, Executor executor) {
    Result[] results = new Result[files.size()];
    return inLanes(
        files.size(),
        limit,
        executor,
        i -> results[i] = attempt(files.get(i)),
        () -> Arrays.asList(results));
  }

  private static Result attempt(Path file) {
    try {
      return new Result.Content(file, Files.readAllBytes(file));
    } catch (IOException e) {
      return new Result.Failure(file, e);
    }
  }

  /**
   * Not one task per file, but one per lane: each takes the next order until there is none. So the
   * limit needs no semaphore, and nobody waits for a turn on a thread of the executor.
   */
  private static <T> CompletableFuture<T> inLanes(
      int count, int limit, Executor executor, Order order, Supplier<T> results) {
    if (limit <= 0) {
      throw new IllegalArgumentException("limit must be positive: " + limit);
    }
    CompletableFuture<T> all = new CompletableFuture<>();
    AtomicInteger next = new AtomicInteger();
    Runnable lane =
        () -> {
          try {
            for (int i; !all.isDone() && (i = next.getAndIncrement()) < count; ) {
              order.fetch(i);
            }
          } catch (Throwable e) {
            all.completeExceptionally(e); // at once, and the other lanes see it: allOf would wait
          }
        };
    try {
      CompletableFuture.allOf(
              Stream.generate(() -> CompletableFuture.runAsync(lane, executor))
                  .limit(Math.min(limit, count))
                  .toArray(CompletableFuture[]::new))
          .thenRun(() -> all.complete(results.get()));
    } catch (RejectedExecutionException e) {
      all.completeExceptionally(e); // the lanes that have started already stop too
    }
    return all;
  }

  private interface Order {
    void fetch(int number) throws IOException;
  }
}
