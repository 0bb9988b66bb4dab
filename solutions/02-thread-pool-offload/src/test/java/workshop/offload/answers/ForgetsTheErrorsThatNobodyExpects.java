package workshop.offload.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.OffloadedRead;
import workshop.testkit.exercise.WrongAnswer;

/** Completes the future by hand, on two of three ways out: an Error leaves it open for ever. */
@WrongAnswer("the future is not done")
public class ForgetsTheErrorsThatNobodyExpects extends OffloadedRead {

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
