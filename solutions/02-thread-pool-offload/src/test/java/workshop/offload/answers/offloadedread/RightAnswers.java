package workshop.offload.answers.offloadedread;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import workshop.offload.OffloadedRead;
import workshop.testkit.exercise.RightAnswer;

/** Right answers to {@link OffloadedRead}, each built in a different way. */
final class RightAnswers {

  /** Completes a future of its own with the result, or with what was thrown. */
  @RightAnswer
  public static class CompletesAPromise extends OffloadedRead {
    @Override
    public Future<byte[]> read(Path file, ExecutorService pool) {

      CompletableFuture<byte[]> result = new CompletableFuture<>();
      pool.execute(() -> {
        try {
          result.complete(Files.readAllBytes(file));
        } catch (Throwable e) {
          result.completeExceptionally(e);
        }
      });
      return result;
    }
  }

  /** Executes a FutureTask, as submit() does. */
  @RightAnswer
  public static class ExecutesAFutureTask extends OffloadedRead {

    @Override
    public Future<byte[]> read(Path file, ExecutorService pool) {
      FutureTask<byte[]> reading = new FutureTask<>(() -> Files.readAllBytes(file));
      pool.execute(reading);
      return reading;
    }
  }

  /** Uses supplyAsync with the given pool. */
  @RightAnswer
  public static class SuppliesAsync extends OffloadedRead {

    @Override
    public Future<byte[]> read(Path file, ExecutorService pool) {
      return CompletableFuture.supplyAsync(() -> bytesOf(file), pool);
    }

    private static byte[] bytesOf(Path file) {
      try {
        return Files.readAllBytes(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Submits through a completion service. */
  @RightAnswer
  public static class UsesACompletionService extends OffloadedRead {
    @Override
    public Future<byte[]> read(Path file, ExecutorService pool) {

      return new ExecutorCompletionService<byte[]>(pool).submit(() -> Files.readAllBytes(file));
    }
  }
}
