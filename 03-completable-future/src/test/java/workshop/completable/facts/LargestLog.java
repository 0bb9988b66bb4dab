package workshop.completable.facts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.CompletionHandler;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/** The example of chapter 03: finds the largest log of a directory, then reads its first line. */
final class LargestLog {

  private LargestLog() {}

  /** Has an asynchronous type, but does everything on the caller's thread. */
  static CompletableFuture<Path> findOnTheCaller(Path directory) {
    return CompletableFuture.completedFuture(largestIn(directory));
  }

  static CompletableFuture<Path> find(Path directory, Executor executor) {
    return CompletableFuture.supplyAsync(() -> largestIn(directory), executor);
  }

  static CompletableFuture<String> titleOfTheLargest(Path directory, Executor executor) {
    return find(directory, executor)
        .thenCompose(log -> CompletableFuture.supplyAsync(() -> firstLineOf(log), executor))
        .thenApply(String::strip);
  }

  /** One completion handler, one future. */
  static CompletableFuture<FileLock> lock(AsynchronousFileChannel channel) {
    CompletableFuture<FileLock> locked = new CompletableFuture<>();
    channel.lock(
        locked,
        new CompletionHandler<FileLock, CompletableFuture<FileLock>>() {
          @Override
          public void completed(FileLock lock, CompletableFuture<FileLock> future) {
            future.complete(lock);
          }

          @Override
          public void failed(Throwable error, CompletableFuture<FileLock> future) {
            future.completeExceptionally(error);
          }
        });
    return locked;
  }

  private static Path largestIn(Path directory) {
    try (Stream<Path> logs = Files.list(directory)) {
      return logs.max(Comparator.comparingLong(LargestLog::size)).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String firstLineOf(Path log) {
    try (Stream<String> lines = Files.lines(log)) {
      return lines.findFirst().orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
