package workshop.offload.answers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import workshop.offload.CancellableRead;
import workshop.testkit.exercise.RightAnswer;

/** Waits first, and then asks the future for its state. */
@RightAnswer
public class LooksAtTheState extends CancellableRead {

  @Override
  public byte[] await(Future<byte[]> reading, Path file) throws IOException {
    try {
      reading.get();
    } catch (ExecutionException e) {
      // told below
    } catch (InterruptedException e) {
      reading.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for " + file, e);
    }
    return switch (reading.state()) {
      case SUCCESS -> reading.resultNow();
      case FAILED -> throw named(file, reading.exceptionNow());
      case CANCELLED, RUNNING -> throw new IOException("cancelled: " + file);
    };
  }

  private static IOException named(Path file, Throwable why) {
    if (why instanceof Error error) {
      throw error;
    }
    return new IOException("cannot read " + file, why);
  }
}
