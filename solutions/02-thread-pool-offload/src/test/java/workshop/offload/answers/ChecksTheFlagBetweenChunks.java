package workshop.offload.answers;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.CancellableRead;
import workshop.testkit.exercise.RightAnswer;

/** Reads without interrupts, and checks the flag before each chunk. */
@RightAnswer
public class ChecksTheFlagBetweenChunks extends CancellableRead {

  @Override
  public Future<byte[]> start(Path file, ExecutorService pool) {
    return pool.submit(() -> {
      try (InputStream in = Files.newInputStream(file)) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] chunk = new byte[4096];
        for (int count = 0; count >= 0; count = in.read(chunk)) {
          all.write(chunk, 0, count);
          if (Thread.interrupted()) {
            throw new InterruptedIOException("cancelled: " + file);
          }
        }
        return all.toByteArray();
      }
    });
  }
}
