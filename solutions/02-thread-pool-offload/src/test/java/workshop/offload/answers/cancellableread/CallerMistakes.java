package workshop.offload.answers.cancellableread;

import static java.nio.file.StandardOpenOption.READ;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import workshop.offload.CancellableRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Wrong answers to {@link CancellableRead} in which the wrong thread does the work, waits for it,
 * or gets the result.
 */
@Mistakes(AnswerKind.CALLER)
final class CallerMistakes {

  /** Returns a CompletableFuture, whose cancel(true) interrupts no thread. */
  @WrongAnswer("The read continues for a result that no caller wants")
  public static class CancelsACompletableFuture extends CancellableRead {

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

  /** Opens the file on the caller's thread. */
  @WrongAnswer("you blocked the caller")
  public static class OpensOnTheCaller extends CancellableRead {
    @Override
    public Future<byte[]> start(Path file, ExecutorService pool) {

      try {
        FileChannel channel = FileChannel.open(file, READ);
        return pool.submit(() -> {
          try (channel) {
            return super.readAll(file);
          }
        });
      } catch (IOException e) {
        return CompletableFuture.failedFuture(e);
      }
    }
  }

  /** Waits for the result in start(). */
  @WrongAnswer("you blocked the caller")
  public static class StartsWithAGet extends CancellableRead {

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

  /** When interrupted, cancels the read and waits until its thread has stopped. */
  @WrongAnswer("it still waits for the disk")
  public static class WaitsForTheReaderToStop extends CancellableRead {

    private final CountDownLatch stopped = new CountDownLatch(1);

    @Override
    public Future<byte[]> start(Path file, ExecutorService pool) {
      FutureTask<byte[]> reading =
          new FutureTask<>(() -> {
            try {
              return readAll(file);
            } finally {
              stopped.countDown();
            }
          });
      pool.execute(reading);
      return reading;
    }

    @Override
    public byte[] await(Future<byte[]> reading, Path file) throws IOException {
      try {
        return super.await(reading, file);
      } catch (InterruptedIOException e) {
        boolean _ = Thread.interrupted();
        try {
          stopped.await();
        } catch (InterruptedException again) {
          // interrupted twice
        }
        Thread.currentThread().interrupt();
        throw e;
      }
    }
  }
}
