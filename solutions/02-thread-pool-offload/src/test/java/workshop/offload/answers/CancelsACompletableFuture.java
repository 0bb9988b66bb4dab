package workshop.offload.answers;

import static java.nio.file.StandardOpenOption.READ;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.CancellableRead;
import workshop.testkit.exercise.WrongAnswer;

/** Returns a CompletableFuture, whose cancel(true) interrupts no thread. */
@WrongAnswer("The work goes on")
public class CancelsACompletableFuture extends CancellableRead {

  @Override
  public Future<byte[]> start(Path file, ExecutorService pool) {
    CompletableFuture<byte[]> reading = new CompletableFuture<>();
    pool.execute(() -> {
      if (reading.isCancelled()) {
        return;
      }
      try (FileChannel channel = FileChannel.open(file, READ)) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer chunk = ByteBuffer.allocate(8192);
        while (channel.read(chunk) != -1) {
          all.write(chunk.array(), 0, chunk.position());
          chunk.clear();
        }
        reading.complete(all.toByteArray());
      } catch (Throwable e) {
        reading.completeExceptionally(e);
      }
    });
    return reading;
  }
}
