package workshop.offload;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Ten guests, ten orders, and several assistants: send them all, then wait. Who sends one, waits
 * for it, and then sends the next has a crowd of assistants and the speed of one.
 *
 * <p>A file that cannot be read is one failed result among the others. The suite holds the disk and
 * counts how many reads stand before it together.
 *
 * <p>Read first: docs/02-thread-pool-offload.md
 */
public class FanOut {

  /** What became of one file. */
  public sealed interface Result {
    Path file();
  }

  /** It was read. */
  public record Read(Path file, String text) implements Result {}

  /** It was not; {@code why} is the disk's own error, without a wrapper. */
  public record Failed(Path file, Throwable why) implements Result {}

  /**
   * Returns one result per file, in the order of {@code files}, when all are there. The reads run
   * on {@code pool}, as many at once as it has threads. Blocks the caller until the last has ended.
   *
   * @throws InterruptedException if the caller is interrupted; what was not read yet is cancelled
   */
  public List<Result> readAll(List<Path> files, ExecutorService pool) throws InterruptedException {
    List<Future<String>> readings = new ArrayList<>();
    try {
      for (Path file : files) {
        readings.add(pool.submit(() -> Files.readString(file)));
      }
      // A loop of its own: nothing is waited for before everything is handed over.
      List<Result> results = new ArrayList<>();
      for (int i = 0; i < files.size(); i++) {
        results.add(result(files.get(i), readings.get(i)));
      }
      return results;
    } finally {
      // Matters only when we leave early, interrupted or refused: then nobody claims the rest.
      readings.forEach(reading -> reading.cancel(true));
    }
  }

  private static Result result(Path file, Future<String> reading) throws InterruptedException {
    try {
      return new Read(file, reading.get());
    } catch (ExecutionException e) {
      return new Failed(file, reading.exceptionNow()); // the cause, without its wrapper
    }
  }
}
