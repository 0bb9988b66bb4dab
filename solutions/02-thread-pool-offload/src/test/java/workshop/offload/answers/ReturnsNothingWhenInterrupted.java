package workshop.offload.answers;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.concurrent.Future;
import workshop.offload.CancellableRead;
import workshop.testkit.exercise.WrongAnswer;

/** Returns an empty array when its caller is interrupted. */
@WrongAnswer("as if all was well")
public class ReturnsNothingWhenInterrupted extends CancellableRead {

  @Override
  public byte[] await(Future<byte[]> reading, Path file) throws IOException {
    try {
      return super.await(reading, file);
    } catch (InterruptedIOException e) {
      return new byte[0];
    }
  }
}
