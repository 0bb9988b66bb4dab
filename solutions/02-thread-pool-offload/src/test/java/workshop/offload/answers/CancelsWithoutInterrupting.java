package workshop.offload.answers;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import workshop.offload.CancellableRead;
import workshop.testkit.exercise.WrongAnswer;

/** Calls cancel(false), which does not interrupt a task that runs. */
@WrongAnswer("The work goes on")
public class CancelsWithoutInterrupting extends CancellableRead {

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
