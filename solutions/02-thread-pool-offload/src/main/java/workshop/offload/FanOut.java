package workshop.offload;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Ten orders and several assistants: send all of them first, and wait afterwards.
 *
 * <p>Code that submits one task, waits for it, and then submits the next uses one thread of the
 * pool, however many there are. The suite holds the disk and counts how many reads wait there at
 * the same time. If a file cannot be read, its result is a {@link Failed}, and the other results
 * are not lost.
 *
 * <p>Read first: docs/02-thread-pool-offload.md
 */
public class FanOut {

  /** The outcome for one file. */
  public sealed interface Result {
    Path file();
  }

  /** The file was read. */
  public record Read(Path file, String text) implements Result {}

  /** The file was not read; {@code why} is what the read threw, without a wrapper. */
  public record Failed(Path file, Throwable why) implements Result {}

  /**
   * Returns one result per element of {@code files}, in the same order. The files are UTF-8. {@code
   * pool} reads them, as many at once as it has threads. Blocks the caller until all reads have
   * ended.
   *
   * @throws InterruptedException if the caller is interrupted; the remaining reads are canceled
   * @throws java.util.concurrent.RejectedExecutionException if {@code pool} rejects a task; the
   *     reads that it had accepted are canceled
   */
  public List<Result> readAll(List<Path> files, ExecutorService pool) throws InterruptedException {
    List<Future<String>> readings = new ArrayList<>();
    try {
      for (Path file : files) {
        readings.add(pool.submit(() -> Files.readString(file)));
      }
      // A second loop: the first wait begins after the last read was handed over.
      List<Result> results = new ArrayList<>();
      for (int i = 0; i < readings.size(); i++) {
        results.add(result(files.get(i), readings.get(i)));
      }
      return results;
    } finally {
      // Has an effect only after an exception: then the caller does not get the other results.
      readings.forEach(reading -> reading.cancel(true));
    }
  }

  private static Result result(Path file, Future<String> reading) throws InterruptedException {
    try {
      return new Read(file, reading.get());
    } catch (ExecutionException e) {
      return new Failed(file, requireNonNull(e.getCause())); // without the wrapper
    }
  }
}
