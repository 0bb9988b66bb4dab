package workshop.offload.answers;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import workshop.offload.CancellableRead;
import workshop.testkit.exercise.WrongAnswer;

/** Casts the cause to IOException, and an Error is none. */
@WrongAnswer("Do not cast the cause")
public class CastsTheCause extends CancellableRead {

  @Override
  public byte[] await(Future<byte[]> reading, Path file) throws IOException {
    try {
      return reading.get();
    } catch (ExecutionException e) {
      IOException why = (IOException) e.getCause();
      throw new IOException("cannot read " + file + ": " + why.getMessage(), why);
    } catch (InterruptedException e) {
      reading.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted: " + file);
    }
  }
}
