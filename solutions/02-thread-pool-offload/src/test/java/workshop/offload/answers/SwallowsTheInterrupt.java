package workshop.offload.answers;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.concurrent.Future;
import workshop.offload.CancellableRead;
import workshop.testkit.exercise.WrongAnswer;

/** Catching an InterruptedException clears the flag: those above will never stop. */
@WrongAnswer("without its interrupt flag")
public class SwallowsTheInterrupt extends CancellableRead {

  @Override
  public byte[] await(Future<byte[]> reading, Path file) throws IOException {
    try {
      return super.await(reading, file);
    } catch (InterruptedIOException e) {
      Thread.interrupted();
      throw e;
    }
  }
}
