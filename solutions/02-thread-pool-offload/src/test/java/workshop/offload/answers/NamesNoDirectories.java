package workshop.offload.answers;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import workshop.offload.CancellableRead;
import workshop.testkit.exercise.WrongAnswer;

/** Names the file without its directories. */
@WrongAnswer("with its directories")
public class NamesNoDirectories extends CancellableRead {
  @Override
  public byte[] await(Future<byte[]> reading, Path file) throws IOException {

    try {
      return reading.get();
    } catch (ExecutionException e) {
      Throwable why = e.getCause();
      throw new IOException("cannot read " + file.getFileName() + ": " + why.getClass(), why);
    } catch (InterruptedException e) {
      reading.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for " + file);
    }
  }
}
