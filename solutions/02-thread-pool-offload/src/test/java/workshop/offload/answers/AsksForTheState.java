package workshop.offload.answers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import workshop.offload.CancellableRead;
import workshop.testkit.exercise.RightAnswer;

/** Waits, and then asks the future how it ended. */
@RightAnswer
public class AsksForTheState extends CancellableRead {
  @Override
  public byte[] await(Future<byte[]> reading, Path file) throws IOException {
    try {
      reading.get();
    } catch (ExecutionException | CancellationException e) { // asked below
    } catch (InterruptedException e) {
      reading.cancel(true);
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for " + file, e);
    }
    return switch (reading.state()) {
      case SUCCESS -> reading.resultNow();
      case FAILED -> throw new IOException("cannot read " + file, reading.exceptionNow());
      case CANCELLED, RUNNING -> throw new IOException("given up: " + file);
    };
  }
}
