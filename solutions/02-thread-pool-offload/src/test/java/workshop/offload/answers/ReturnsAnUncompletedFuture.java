package workshop.offload.answers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.OffloadedRead;
import workshop.testkit.exercise.WrongAnswer;

/** Completes its future after a success only. */
@WrongAnswer("the future is not done")
public class ReturnsAnUncompletedFuture extends OffloadedRead {
  @Override
  public Future<byte[]> read(Path file, ExecutorService pool) {

    CompletableFuture<byte[]> result = new CompletableFuture<>();
    pool.submit(() -> result.complete(Files.readAllBytes(file)));
    return result;
  }
}
