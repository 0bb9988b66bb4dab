package workshop.offload.answers;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.concurrent.Future;
import workshop.offload.CancellableRead;
import workshop.testkit.exercise.WrongAnswer;

/** Catches the InterruptedException, and does not set the flag again. */
@WrongAnswer("nothing told of it")
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
