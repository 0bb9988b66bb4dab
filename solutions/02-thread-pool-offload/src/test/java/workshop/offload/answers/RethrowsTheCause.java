package workshop.offload.answers;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import workshop.offload.CancellableRead;
import workshop.testkit.exercise.WrongAnswer;

/** Throws the cause as it is, and a failed read does not name its file. */
@WrongAnswer("It does not say which file")
public class RethrowsTheCause extends CancellableRead {

  @Override
  public byte[] await(Future<byte[]> reading, Path file) throws IOException {
    try {
      return reading.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException why) {
        throw why;
      }
      throw new IOException("cannot read " + file + ": " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      reading.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted: " + file);
    }
  }
}
