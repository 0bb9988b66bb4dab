package workshop.offload.answers.cancellableread;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.CancellableRead;
import workshop.testkit.exercise.RightAnswer;

/** Right answers to {@link CancellableRead}, each built in a different way. */
final class RightAnswers {

  /** Waits, and then asks the future how it ended. */
  @RightAnswer
  public static class AsksForTheState extends CancellableRead {
    @Override
    public byte[] await(Future<byte[]> reading, Path file) throws IOException {
      try {
        reading.get();
      } catch (ExecutionException | CancellationException e) { // the state is read below
      } catch (InterruptedException e) {
        reading.cancel(true);
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while waiting for " + file, e);
      }
      return switch (reading.state()) {
        case SUCCESS -> reading.resultNow();
        case FAILED -> throw new IOException("cannot read " + file, reading.exceptionNow());
        case CANCELLED, RUNNING -> throw new IOException("given up: " + file);
      };
    }
  }

  /** Uses a future of its own, and checks it and the interrupt flag before each chunk. */
  @RightAnswer
  public static class ChecksItsFutureBeforeTheOpen extends CancellableRead {

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
          if (Thread.interrupted()) {
            throw new InterruptedIOException("the pool was stopped while reading " + file);
          }
          count = in.read(chunk);
        }
      } catch (Throwable e) {
        reading.completeExceptionally(e);
      }
      reading.complete(bytes.toByteArray());
    }
  }

  /** Reads without interrupts, and checks the flag before each chunk. */
  @RightAnswer
  public static class ChecksTheFlagBetweenChunks extends CancellableRead {

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

  /** Collects the chunks in a list, and checks the flag between them. */
  @RightAnswer
  public static class CollectsAList extends CancellableRead {
    @Override
    protected byte[] readAll(Path file) throws IOException {

      try (SeekableByteChannel channel = Files.newByteChannel(file)) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer chunk = ByteBuffer.allocate(8192);
        while (channel.read(chunk) != -1) {
          all.write(chunk.array(), 0, chunk.position());
          chunk.clear();
          if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("canceled while reading " + file);
          }
        }
        return all.toByteArray();
      }
    }
  }

  /** Waits first, and then asks the future for its state. */
  @RightAnswer
  public static class LooksAtTheState extends CancellableRead {

    @Override
    public byte[] await(Future<byte[]> reading, Path file) throws IOException {
      try {
        reading.get();
      } catch (ExecutionException e) {
        // the state is read below
      } catch (InterruptedException e) {
        reading.cancel(true);
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while waiting for " + file, e);
      }
      return switch (reading.state()) {
        case SUCCESS -> reading.resultNow();
        case FAILED -> throw named(file, reading.exceptionNow());
        case CANCELLED, RUNNING -> throw new IOException("cancelled: " + file);
      };
    }

    private static IOException named(Path file, Throwable why) {
      if (why instanceof Error error) {
        throw error;
      }
      return new IOException("cannot read " + file, why);
    }
  }

  /** Throws an IOException for a read that other code canceled. */
  @RightAnswer
  public static class ReportsACanceledReading extends CancellableRead {
    @Override
    public byte[] await(Future<byte[]> reading, Path file) throws IOException {

      try {
        return super.await(reading, file);
      } catch (CancellationException e) {
        throw new IOException("canceled: " + file, e);
      }
    }
  }
}
