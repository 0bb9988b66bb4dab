package workshop.offload.answers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import workshop.offload.OffloadedRead;
import workshop.testkit.exercise.WrongAnswer;

/** Returns a lazy future: whichever thread calls get() does the reading. */
@WrongAnswer("No thread started the file operation")
public class ReadsWhenAskedForTheResult extends OffloadedRead {
  @Override
  public Future<byte[]> read(Path file, ExecutorService pool) {
    return new FutureTask<>(() -> Files.readAllBytes(file)) {
      @Override
      public byte[] get() throws InterruptedException, ExecutionException {
        run();
        return super.get();
      }

      @Override
      public byte[] get(long timeout, TimeUnit unit)
          throws InterruptedException, ExecutionException {
        return get();
      }
    };
  }
}
