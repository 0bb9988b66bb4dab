package workshop.offload.answers;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.CancellableRead;
import workshop.testkit.exercise.WrongAnswer;

/** Waits for the result in start(). */
@WrongAnswer("you blocked the caller")
public class StartsWithAGet extends CancellableRead {

  @Override
  public Future<byte[]> start(Path file, ExecutorService pool) {
    Future<byte[]> reading = super.start(file, pool);
    try {
      return CompletableFuture.completedFuture(reading.get());
    } catch (InterruptedException | ExecutionException e) {
      return CompletableFuture.failedFuture(e);
    }
  }
}
