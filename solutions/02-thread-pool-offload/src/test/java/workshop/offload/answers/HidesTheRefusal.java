package workshop.offload.answers;

import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import workshop.offload.OffloadedRead;
import workshop.testkit.exercise.WrongAnswer;

/** Returns null when the pool refuses. */
@WrongAnswer("read() returned null")
public class HidesTheRefusal extends OffloadedRead {
  @Override
  public Future<byte[]> read(Path file, ExecutorService pool) {

    try {
      return super.read(file, pool);
    } catch (RejectedExecutionException e) {
      return null;
    }
  }
}
