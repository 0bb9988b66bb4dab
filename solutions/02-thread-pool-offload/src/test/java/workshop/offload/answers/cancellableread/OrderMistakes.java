package workshop.offload.answers.cancellableread;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.CancellableRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Wrong answers to {@link CancellableRead} that do two steps in the wrong order, or at the same
 * time.
 */
@Mistakes(AnswerKind.ORDER)
final class OrderMistakes {

  /**
   * Checks a future of its own between two chunks but not before the open, so a canceled read still
   * opens the file.
   */
  @WrongAnswer("canceled while it was queued")
  public static class ChecksItsFutureBetweenChunks extends CancellableRead {
    @Override
    public Future<byte[]> start(Path file, ExecutorService pool) {
      CompletableFuture<byte[]> bytes = new CompletableFuture<>();
      pool.execute(() -> {
        try (InputStream in = Files.newInputStream(file)) {
          ByteArrayOutputStream all = new ByteArrayOutputStream();
          byte[] chunk = new byte[8192];
          int count;
          while (!bytes.isDone() && (count = in.read(chunk)) != -1) {
            all.write(chunk, 0, count);
            if (Thread.interrupted()) {
              throw new InterruptedIOException("the pool was stopped while reading " + file);
            }
          }
          bytes.complete(all.toByteArray());
        } catch (Throwable e) {
          bytes.completeExceptionally(e);
        }
      });
      return bytes;
    }
  }

  /** Looks at the flag only after every second read. */
  @WrongAnswer("canceled during read 3, but 4 reads")
  public static class LooksAfterEverySecondRead extends CancellableRead {

    @Override
    protected byte[] readAll(Path file) throws IOException {
      try (InputStream in = Files.newInputStream(file)) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] chunk = new byte[8192];
        int reads = 0;
        for (int n = in.read(chunk); n != -1; n = in.read(chunk)) {
          all.write(chunk, 0, n);
          if (++reads % 2 == 0 && Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("canceled: " + file);
          }
        }
        return all.toByteArray();
      }
    }
  }
}
