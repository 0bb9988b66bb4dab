package workshop.offload.answers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import workshop.offload.CancellableRead;
import workshop.testkit.exercise.WrongAnswer;

/** Goes on waiting when it is interrupted. */
@WrongAnswer("Here the request is lost")
public class WaitsOnWhenInterrupted extends CancellableRead {

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
