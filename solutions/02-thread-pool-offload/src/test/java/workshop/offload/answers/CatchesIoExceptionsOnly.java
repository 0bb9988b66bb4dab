package workshop.offload.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.OffloadedRead;
import workshop.testkit.exercise.WrongAnswer;

/** Completes its future after a result or an IOException, and not after an Error. */
@WrongAnswer("the future is not done")
public class CatchesIoExceptionsOnly extends OffloadedRead {

  @Override
  public Future<byte[]> read(Path file, ExecutorService pool) {
    CompletableFuture<byte[]> reading = new CompletableFuture<>();
    pool.execute(() -> {
      try {
        reading.complete(Files.readAllBytes(file));
      } catch (IOException e) {
        reading.completeExceptionally(e);
      }
    });
    return reading;
  }
}
