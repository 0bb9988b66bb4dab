package workshop.offload.answers;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.OffloadedRead;
import workshop.testkit.exercise.WrongAnswer;

/** Waits up to 200 milliseconds for the result. */
@WrongAnswer("you blocked the caller")
public class WaitsAWhileForTheResult extends OffloadedRead {
  @Override
  public Future<byte[]> read(Path file, ExecutorService pool) {

    Future<byte[]> reading = super.read(file, pool);
    try {
      reading.get(200, MILLISECONDS);
    } catch (Exception e) {
      // the caller will ask again
    }
    return reading;
  }
}
