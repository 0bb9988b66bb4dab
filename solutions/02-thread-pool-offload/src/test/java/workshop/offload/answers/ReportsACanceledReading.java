package workshop.offload.answers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import workshop.offload.CancellableRead;
import workshop.testkit.exercise.RightAnswer;

/** Throws an IOException for a reading that other code canceled. */
@RightAnswer
public class ReportsACanceledReading extends CancellableRead {
  @Override
  public byte[] await(Future<byte[]> reading, Path file) throws IOException {

    try {
      return super.await(reading, file);
    } catch (CancellationException e) {
      throw new IOException("canceled: " + file, e);
    }
  }
}
