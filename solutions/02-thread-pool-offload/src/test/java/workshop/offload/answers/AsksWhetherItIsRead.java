package workshop.offload.answers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Future;
import workshop.offload.CancellableRead;
import workshop.testkit.exercise.WrongAnswer;

/** Has the right result and hears an interrupt, and burns a core until then. */
@WrongAnswer("kept a processor busy")
public class AsksWhetherItIsRead extends CancellableRead {

  @Override
  public byte[] await(Future<byte[]> reading, Path file) throws IOException {
    while (!reading.isDone() && !Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
    return super.await(reading, file);
  }
}
