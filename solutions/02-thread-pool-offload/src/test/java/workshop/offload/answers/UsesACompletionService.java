package workshop.offload.answers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import workshop.offload.OffloadedRead;
import workshop.testkit.exercise.RightAnswer;

/** Submits through a completion service. */
@RightAnswer
public class UsesACompletionService extends OffloadedRead {
  @Override
  public Future<byte[]> read(Path file, ExecutorService pool) {

    return new ExecutorCompletionService<byte[]>(pool).submit(() -> Files.readAllBytes(file));
  }
}
