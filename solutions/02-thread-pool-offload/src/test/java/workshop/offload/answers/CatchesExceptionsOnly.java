package workshop.offload.answers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.OffloadedRead;
import workshop.testkit.exercise.WrongAnswer;

/** Catches Exception, so an Error leaves the future open. */
@WrongAnswer("the future is not done")
public class CatchesExceptionsOnly extends OffloadedRead {
  @Override
  public Future<byte[]> read(Path file, ExecutorService pool) {

    CompletableFuture<byte[]> result = new CompletableFuture<>();
    pool.execute(() -> {
      try {
        result.complete(Files.readAllBytes(file));
      } catch (Exception e) {
        result.completeExceptionally(e);
      }
    });
    return result;
  }
}
