package workshop.offload.answers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import workshop.offload.OffloadedRead;
import workshop.testkit.exercise.WrongAnswer;

/** Starts a virtual thread, and the pool has nothing to do. */
@WrongAnswer("which is not the executor that was given")
public class ReadsOnVirtualThreadsInstead extends OffloadedRead {
  @Override
  public Future<byte[]> read(Path file, ExecutorService pool) {

    FutureTask<byte[]> task = new FutureTask<>(() -> Files.readAllBytes(file));
    Thread.startVirtualThread(task);
    return task;
  }
}
