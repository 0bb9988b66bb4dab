package workshop.completable.answers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import workshop.completable.ManyFiles;
import workshop.testkit.exercise.RightAnswer;

/** A task per file and a semaphore: it costs a thread per waiting file, and keeps every promise. */
@RightAnswer
public class WaitsForItsTurnOnTheExecutor extends ManyFiles {

  @Override
  public CompletableFuture<List<byte[]>> readAll(List<Path> files, int limit, Executor executor) {
    if (limit <= 0) {
      throw new IllegalArgumentException("limit must be positive, not " + limit);
    }
    Semaphore turns = new Semaphore(limit, true);
    CompletableFuture<List<byte[]>> all = new CompletableFuture<>();
    List<CompletableFuture<byte[]>> reads = new ArrayList<>();
    try {
      for (Path file : files) {
        reads.add(CompletableFuture.supplyAsync(() -> readInTurn(file, turns, all), executor));
      }
    } catch (RuntimeException refused) {
      all.completeExceptionally(refused);
    }
    CompletableFuture.allOf(reads.toArray(CompletableFuture[]::new))
        .thenRun(() -> all.complete(reads.stream().map(CompletableFuture::join).toList()));
    return all;
  }

  private static byte[] readInTurn(Path file, Semaphore turns, CompletableFuture<?> all) {
    turns.acquireUninterruptibly();
    try {
      return all.isDone() ? new byte[0] : Files.readAllBytes(file);
    } catch (Throwable e) {
      all.completeExceptionally(e); // before the next one gets its turn
      throw new CompletionException(e);
    } finally {
      turns.release();
    }
  }
}
