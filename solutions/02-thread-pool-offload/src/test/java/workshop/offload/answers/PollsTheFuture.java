package workshop.offload.answers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Future;
import workshop.offload.CancellableRead;
import workshop.testkit.exercise.WrongAnswer;

/** Asks the future again and again whether it is done, and keeps a processor busy. */
@WrongAnswer("kept a processor busy")
public class PollsTheFuture extends CancellableRead {

  @Override
  public byte[] await(Future<byte[]> reading, Path file) throws IOException {
    while (!reading.isDone() && !Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
    return super.await(reading, file);
  }
}
