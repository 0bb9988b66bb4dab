package workshop.offload.answers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.OffloadedRead;
import workshop.testkit.exercise.RightAnswer;

/** Uses supplyAsync with the given pool. */
@RightAnswer
public class SuppliesAsync extends OffloadedRead {

  @Override
  public Future<byte[]> read(Path file, ExecutorService pool) {
    return CompletableFuture.supplyAsync(() -> bytesOf(file), pool);
  }

  private static byte[] bytesOf(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
