package workshop.offload.answers;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.CancellableRead;
import workshop.testkit.exercise.RightAnswer;

/** Uses a future of its own, and checks it before the open and before each chunk. */
@RightAnswer
public class ChecksItsFutureBeforeTheOpen extends CancellableRead {

  @Override
  public Future<byte[]> start(Path file, ExecutorService pool) {
    CompletableFuture<byte[]> reading = new CompletableFuture<>();
    pool.execute(() -> {
      if (!reading.isDone()) {
        read(file, reading);
      }
    });
    return reading;
  }

  private static void read(Path file, CompletableFuture<byte[]> reading) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] chunk = new byte[8_192];
      int count = 0;
      while (count >= 0 && !reading.isDone()) {
        bytes.write(chunk, 0, count);
        count = in.read(chunk);
      }
    } catch (Throwable e) {
      reading.completeExceptionally(e);
    }
    reading.complete(bytes.toByteArray());
  }
}
