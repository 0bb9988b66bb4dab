package workshop.offload.answers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.OffloadedRead;
import workshop.testkit.exercise.WrongAnswer;

/** Submits a task that waits for another task of the same pool. */
@WrongAnswer("this ran one after another")
public class SubmitsTwice extends OffloadedRead {
  @Override
  public Future<byte[]> read(Path file, ExecutorService pool) {
    return pool.submit(() -> pool.submit(() -> Files.readAllBytes(file)).get());
  }
}
