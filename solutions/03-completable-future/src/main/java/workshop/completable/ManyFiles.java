package workshop.completable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

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
    return inLanes(files, limit, executor, Files::readAllBytes);
  }

  /**
   * Reads whatever can be read: the future completes with one result per file. Canceling the future
   * has the same effect as in {@code readAll}.
   *
   * @throws IllegalArgumentException if {@code limit} is not positive
   */
  public CompletableFuture<List<Result>> tryAll(List<Path> files, int limit, Executor executor) {
    return inLanes(files, limit, executor, this::attempt);
  }

  /** Reads one file, and returns its failure instead of throwing it. */
  protected Result attempt(Path file) {
    try {
      return new Result.Content(file, Files.readAllBytes(file));
    } catch (Throwable e) { // an Error, too: one huge file must not cost the others
      return new Result.Failure(file, e);
    }
  }

  /**
   * Runs {@code limit} tasks, each of which takes the next file until none is left. So no task
   * waits for its turn on a thread of the executor.
   */
  protected <T> CompletableFuture<List<T>> inLanes(
      List<Path> given, int limit, Executor executor, Reading<T> reading) {
    if (limit <= 0) {
      throw new IllegalArgumentException("limit must be positive: " + limit);
    }
    List<Path> files = List.copyOf(given);
    CompletableFuture<List<T>> all = new CompletableFuture<>();
    Map<Integer, T> results = new ConcurrentSkipListMap<>(); // by index: sorted as the files are
    AtomicInteger next = new AtomicInteger();
    Runnable lane =
        () -> {
          try {
            int i = next.getAndIncrement();
            while (i < files.size() && !all.isDone()) {
              results.put(i, reading.of(files.get(i)));
              i = next.getAndIncrement();
            }
          } catch (Throwable e) {
            all.completeExceptionally(e); // at once, and every other lane sees it
          }
        };
    List<CompletableFuture<Void>> lanes = new ArrayList<>();
    try {
      while (lanes.size() < Math.min(limit, files.size())) {
        lanes.add(CompletableFuture.runAsync(lane, executor));
      }
    } catch (RejectedExecutionException e) {
      all.completeExceptionally(e); // the lanes that have started stop, too
    }
    CompletableFuture.allOf(lanes.toArray(CompletableFuture[]::new))
        .thenRun(() -> all.complete(List.copyOf(results.values())));
    return all;
  }

  /** How to read one file. */
  @FunctionalInterface
  protected interface Reading<T> {
    T of(Path file) throws IOException;
  }
}
