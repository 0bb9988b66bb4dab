package workshop.offload.answers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import workshop.offload.OffloadedRead;
import workshop.testkit.exercise.RightAnswer;

/** Executes a FutureTask, as submit() does. */
@RightAnswer
public class ExecutesAFutureTask extends OffloadedRead {

  @Override
  public Future<byte[]> read(Path file, ExecutorService pool) {
    FutureTask<byte[]> reading = new FutureTask<>(() -> Files.readAllBytes(file));
    pool.execute(reading);
    return reading;
  }
}
