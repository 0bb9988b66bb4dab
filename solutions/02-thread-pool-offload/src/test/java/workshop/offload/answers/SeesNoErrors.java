package workshop.offload.answers;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import workshop.offload.Storeroom;
import workshop.offload.WriteDesk;
import workshop.testkit.exercise.WrongAnswer;

/** Notes an IOException where it happens, and no Error. */
@WrongAnswer("does not see an Error")
public class SeesNoErrors extends WriteDesk {

  private final ExecutorService own =
      Executors.newFixedThreadPool(
          2, Thread.ofPlatform().daemon(false).name("writer-", 1).factory());
  private final Queue<Path> failed = new ConcurrentLinkedQueue<>();

  @Override
  public void accept(Path file, byte[] content) {
    own.submit(() -> {
      try {
        Storeroom.write(file, content);
      } catch (IOException e) {
        failed.add(file);
      }
    });
  }

  @Override
  public void close(Duration patience) throws IOException {
    own.shutdown();
    try {
      own.awaitTermination(NANOSECONDS.convert(patience), NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    own.shutdownNow();
    if (!failed.isEmpty()) {
      throw new IOException("not written: " + failed);
    }
  }
}
