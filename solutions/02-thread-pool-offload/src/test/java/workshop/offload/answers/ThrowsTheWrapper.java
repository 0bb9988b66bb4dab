package workshop.offload.answers;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import workshop.offload.CancellableRead;
import workshop.testkit.exercise.WrongAnswer;

/** Throws the ExecutionException as the cause, so the disk's error is the cause of a cause. */
@WrongAnswer("hidden behind a wrapper of the pool")
public class ThrowsTheWrapper extends CancellableRead {

  @Override
  public byte[] await(Future<byte[]> reading, Path file) throws IOException {
    try {
      return reading.get();
    } catch (ExecutionException e) {
      throw new IOException("cannot read " + file, e);
    } catch (InterruptedException e) {
      throw interrupted(reading, file);
    }
  }

  static IOException interrupted(Future<byte[]> reading, Path file) {
    reading.cancel(true);
    Thread.currentThread().interrupt();
    return new InterruptedIOException("interrupted: " + file);
  }
}
