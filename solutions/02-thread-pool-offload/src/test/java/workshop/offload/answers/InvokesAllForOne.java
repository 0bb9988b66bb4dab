package workshop.offload.answers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.OffloadedRead;
import workshop.testkit.exercise.WrongAnswer;

/** Calls invokeAll, which waits for the result. */
@WrongAnswer("you blocked the caller")
public class InvokesAllForOne extends OffloadedRead {
  @Override
  public Future<byte[]> read(Path file, ExecutorService pool) {

    try {
      return pool.invokeAll(List.<Callable<byte[]>>of(() -> Files.readAllBytes(file))).getFirst();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return CompletableFuture.failedFuture(e);
    }
  }
}
