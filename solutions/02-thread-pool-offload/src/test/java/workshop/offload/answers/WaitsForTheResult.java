package workshop.offload.answers;

import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.OffloadedRead;
import workshop.testkit.exercise.WrongAnswer;

/** Submits the reading, and waits for it. */
@WrongAnswer("you blocked the caller")
public class WaitsForTheResult extends OffloadedRead {

  @Override
  public Future<byte[]> read(Path file, ExecutorService pool) {
    Future<byte[]> reading = super.read(file, pool);
    try {
      reading.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      return reading; // the failure is in there
    }
    return reading;
  }
}
