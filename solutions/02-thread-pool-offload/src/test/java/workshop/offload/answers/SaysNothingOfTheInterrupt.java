package workshop.offload.answers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import workshop.offload.CancellableRead;
import workshop.testkit.exercise.WrongAnswer;

/** Reports a failed read when the waiting was interrupted. */
@WrongAnswer("The message blames the file")
public class SaysNothingOfTheInterrupt extends CancellableRead {
  @Override
  public byte[] await(Future<byte[]> reading, Path file) throws IOException {

    try {
      return reading.get();
    } catch (ExecutionException e) {
      throw new IOException("cannot read " + file + ": " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      reading.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("cannot read " + file);
    }
  }
}
