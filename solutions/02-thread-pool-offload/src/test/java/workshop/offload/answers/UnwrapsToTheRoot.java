package workshop.offload.answers;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import workshop.offload.CancellableRead;
import workshop.testkit.exercise.WrongAnswer;

/** Unwraps down to the last cause, and loses the disk's error on the way. */
@WrongAnswer("hidden behind a wrapper")
public class UnwrapsToTheRoot extends CancellableRead {
  @Override
  public byte[] await(Future<byte[]> reading, Path file) throws IOException {

    try {
      return reading.get();
    } catch (ExecutionException e) {
      Throwable why = e;
      while (why.getCause() != null) {
        why = why.getCause();
      }
      throw new IOException("cannot read " + file + ": " + why, why);
    } catch (InterruptedException e) {
      reading.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for " + file);
    }
  }
}
