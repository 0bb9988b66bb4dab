package workshop.offload.answers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.OffloadedRead;
import workshop.testkit.exercise.RightAnswer;

/** Completes a future of its own with the result, or with what was thrown. */
@RightAnswer
public class CompletesAPromise extends OffloadedRead {
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
