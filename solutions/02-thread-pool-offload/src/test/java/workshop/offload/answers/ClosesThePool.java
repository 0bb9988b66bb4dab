package workshop.offload.answers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.OffloadedRead;
import workshop.testkit.exercise.WrongAnswer;

/** Closes the pool that it was given. */
@WrongAnswer("belongs to the caller")
public class ClosesThePool extends OffloadedRead {
  @Override
  public Future<byte[]> read(Path file, ExecutorService pool) {
    Future<byte[]> reading = pool.submit(() -> Files.readAllBytes(file));
    pool.shutdown();
    return reading;
  }
}
