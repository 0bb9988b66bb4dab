package workshop.offload.answers.cancellableread;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.CancellableRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/** Wrong answers to {@link CancellableRead} that do not do what the page asks. */
@Mistakes(AnswerKind.PROMISE)
final class PromiseMistakes {

  /** Calls cancel(false), which does not interrupt a task that runs. */
  @WrongAnswer("continues for a result that no caller wants")
  public static class CancelsWithoutInterrupting extends CancellableRead {

    @Override
    public byte[] await(Future<byte[]> reading, Path file) throws IOException {
      try {
        return reading.get();
      } catch (ExecutionException e) {
        throw new IOException("cannot read " + file + ": " + e.getCause(), e.getCause());
      } catch (InterruptedException e) {
        reading.cancel(false);
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted: " + file);
      }
    }
  }

  /** Catches the InterruptedException, and does not set the interrupt flag again. */
  @WrongAnswer("without setting its interrupt flag again")
  public static class SwallowsTheInterrupt extends CancellableRead {

    @Override
    public byte[] await(Future<byte[]> reading, Path file) throws IOException {
      try {
        return super.await(reading, file);
      } catch (InterruptedIOException e) {
        Thread.interrupted();
        throw e;
      }
    }
  }

  /** Goes on waiting when it is interrupted. */
  @WrongAnswer("but it still waits for the disk")
  public static class WaitsOnWhenInterrupted extends CancellableRead {

    @Override
    public byte[] await(Future<byte[]> reading, Path file) throws IOException {
      while (true) {
        try {
          return reading.get();
        } catch (InterruptedException e) {
          continue;
        } catch (ExecutionException e) {
          throw new IOException("cannot read " + file + ": " + e.getCause(), e.getCause());
        }
      }
    }
  }

  /** Checks only a future of its own, which a pool that is stopped does not complete. */
  @WrongAnswer("stopped with shutdownNow() during read 2")
  public static class ReadsOnWhenThePoolStops extends CancellableRead {

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
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      byte[] chunk = new byte[8192];
      try (InputStream in = Files.newInputStream(file)) {
        for (int count = 0; count != -1 && !reading.isDone(); count = in.read(chunk)) {
          all.write(chunk, 0, count);
        }
      } catch (Throwable e) {
        reading.completeExceptionally(e);
      }
      reading.complete(all.toByteArray());
    }
  }
}
