package workshop.offload.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.OffloadedRead;
import workshop.testkit.exercise.WrongAnswer;

/** Reads on the caller's thread, and returns a future that is done already. */
@WrongAnswer("you blocked the caller")
public class ReadsBeforeItReturns extends OffloadedRead {

  @Override
  public Future<byte[]> read(Path file, ExecutorService pool) {
    try {
      return CompletableFuture.completedFuture(Files.readAllBytes(file));
    } catch (IOException e) {
      return CompletableFuture.failedFuture(e);
    }
  }
}
