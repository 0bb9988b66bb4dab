package workshop.offload.answers.cancellableread;

import static java.nio.file.StandardOpenOption.READ;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.CancellableRead;
import workshop.testkit.exercise.AnswerKind;
import workshop.testkit.exercise.Mistakes;
import workshop.testkit.exercise.WrongAnswer;

/**
 * Wrong answers to {@link CancellableRead} that leave something open or running, or use too much.
 */
@Mistakes(AnswerKind.RESOURCE)
final class ResourceMistakes {

  /** Calls close() after the loop, so an exception in the loop leaves the file open. */
  @WrongAnswer("Left open: stock.txt")
  public static class ClosesAfterTheLoopOnly extends CancellableRead {

    @Override
    public Future<byte[]> start(Path file, ExecutorService pool) {
      return pool.submit(() -> {
        FileChannel channel = FileChannel.open(file, READ);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer chunk = ByteBuffer.allocate(8192);
        while (channel.read(chunk) != -1) {
          all.write(chunk.array(), 0, chunk.position());
          chunk.clear();
        }
        channel.close();
        return all.toByteArray();
      });
    }
  }

  /** Has a gap between open and try: a cancel there leaves the file open. */
  @WrongAnswer("Left open: stock.txt")
  public static class LeaksWhenCanceledAtTheOpen extends CancellableRead {
    @Override
    protected byte[] readAll(Path file) throws IOException {
      FileChannel opened = FileChannel.open(file, READ);
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedIOException("canceled");
      }
      try (FileChannel _ = opened) {
        return super.readAll(file);
      }
    }
  }

  /** Asks the future again and again whether it is done, and keeps a processor busy. */
  @WrongAnswer("kept a processor busy")
  public static class PollsTheFuture extends CancellableRead {

    @Override
    public byte[] await(Future<byte[]> reading, Path file) throws IOException {
      while (!reading.isDone() && !Thread.currentThread().isInterrupted()) {
        Thread.onSpinWait();
      }
      return super.await(reading, file);
    }
  }

  /** Stops waiting when it is interrupted, and does not cancel the read. */
  @WrongAnswer("but did not stop the read")
  public static class StopsWaitingOnly extends CancellableRead {

    @Override
    public byte[] await(Future<byte[]> reading, Path file) throws IOException {
      try {
        return reading.get();
      } catch (ExecutionException e) {
        throw new IOException("cannot read " + file + ": " + e.getCause(), e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted: " + file);
      }
    }
  }

  /** Sleeps for ten milliseconds again and again, until the read is done. */
  @WrongAnswer("waited with a time limit")
  public static class SleepsAndPolls extends CancellableRead {

    @Override
    public byte[] await(Future<byte[]> reading, Path file) throws IOException {
      try {
        while (!reading.isDone()) {
          Thread.sleep(10);
        }
      } catch (InterruptedException e) {
        reading.cancel(true);
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted while waiting for " + file);
      }
      return super.await(reading, file);
    }
  }

  /** Reads every file through one array. */
  @WrongAnswer("and both had the same buffer")
  public static class SharesItsChunk extends CancellableRead {
    private final byte[] chunk = new byte[8192];

    @Override
    protected byte[] readAll(Path file) throws IOException {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      try (FileChannel channel = FileChannel.open(file)) {
        for (int count = 0; count != -1; count = channel.read(ByteBuffer.wrap(chunk))) {
          all.write(chunk, 0, count);
        }
      }
      return all.toByteArray();
    }
  }
}
