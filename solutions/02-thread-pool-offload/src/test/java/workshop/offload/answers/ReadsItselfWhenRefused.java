package workshop.offload.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import workshop.offload.OffloadedRead;
import workshop.testkit.exercise.WrongAnswer;

/** Reads on the caller's thread when the pool refuses. */
@WrongAnswer("Another thread did the pool's work")
public class ReadsItselfWhenRefused extends OffloadedRead {

  @Override
  public Future<byte[]> read(Path file, ExecutorService pool) {
    try {
      return super.read(file, pool);
    } catch (RejectedExecutionException e) {
      try {
        return CompletableFuture.completedFuture(Files.readAllBytes(file));
      } catch (IOException failed) {
        return CompletableFuture.failedFuture(failed);
      }
    }
  }
}
