package workshop.offload.answers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.OffloadedRead;
import workshop.testkit.exercise.WrongAnswer;

/** Asks for the size on the caller's thread, to read small files there. */
@WrongAnswer("you blocked the caller")
public class AsksForTheSizeFirst extends OffloadedRead {
  @Override
  public Future<byte[]> read(Path file, ExecutorService pool) {

    try {
      if (Files.size(file) > 8192) {
        return super.read(file, pool);
      }
      return CompletableFuture.completedFuture(Files.readAllBytes(file));
    } catch (IOException e) {
      return CompletableFuture.failedFuture(e);
    }
  }
}
