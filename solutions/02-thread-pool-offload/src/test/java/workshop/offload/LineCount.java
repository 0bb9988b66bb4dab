package workshop.offload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** The example of the guide's chapter: counts the lines of a log, before and after offloading. */
final class LineCount {

  private LineCount() {}

  static Future<Long> onTheCaller(Path log) {
    try (Stream<String> lines = Files.lines(log)) {
      return CompletableFuture.completedFuture(lines.count());
    } catch (IOException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  static Future<Long> onThePool(Path log, ExecutorService pool) {
    return pool.submit(() -> {
      try (Stream<String> lines = Files.lines(log)) {
        return lines.count();
      }
    });
  }
}
